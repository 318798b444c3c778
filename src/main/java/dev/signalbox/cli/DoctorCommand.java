package dev.signalbox.cli;

import dev.signalbox.view.DoctorReport;
import dev.signalbox.view.DoctorText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox doctor}: what this machine has and lacks. */
@Command(
    name = "doctor",
    description = {
      "Shows what this machine lacks, and the command that mends it.",
      "",
      "Starts the agents' programs to ask for their versions, and asks each tracker",
      "and forge of the configuration once who you are there."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox doctor",
      "  signalbox doctor --json",
      "",
      "Exit codes: 0 a plan could be dispatched, 1 something is missing.",
      "",
      "See also: demo, dispatch"
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Health health;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private FolderOption state = new FolderOption();

  DoctorCommand(Health health, Terminal terminal) {
    this.health = health;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DoctorReport report = DoctorReport.of(health.look(state.folder()));
    if (json) {
      DoctorJson.write(report, terminal.out());
    } else {
      terminal.print(DoctorText.lines(report, terminal.columns()));
    }
    return report.canDispatch() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
