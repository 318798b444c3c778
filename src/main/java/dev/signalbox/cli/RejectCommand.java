package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.GateRef;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox reject}: no to a gate. */
@Command(
    name = "reject",
    description = {
      "Says no to what waits for you, and why.",
      "",
      "The inbox says what a no does. An agent that goes on is told the reason."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox reject 12-3fa9c1d2 --why 'Sunday is open, too'",
      "",
      "Exit codes: 0 taken, 1 refused or decided otherwise before, 3 the text has",
      "changed: look again.",
      "",
      "See also: inbox, approve, answer"
    },
    mixinStandardHelpOptions = true)
final class RejectCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "GATE", description = "A gate, such as 12-3fa9c1d2.")
  private String gate = "";

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, which the agent is told where it goes on.")
  private String why = "";

  @Mixin private EngineOption engine = new EngineOption();

  RejectCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    GateRef ref = Arguments.gate(gate);
    return Heard.print(
        terminal,
        engine,
        ref.toString(),
        "rejected",
        engines
            .connect(engine.folder())
            .decide(ref, new GateDecision.Rejected(why), engines.person()));
  }
}
