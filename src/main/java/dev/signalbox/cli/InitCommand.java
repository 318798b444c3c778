package dev.signalbox.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox init}: a new plan under the naming convention. */
@Command(
    name = "init",
    description = "Writes a new plan, named {YYYY-MM-DD}-{project-short}-{topic}.md.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "What the plan is about: lower-case words joined by dashes.")
  private String topic = "";

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "A project of the configuration; without it the repository's folder name.")
  private @Nullable String project;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where to write it (default: here).")
  private String folder = ".";

  InitCommand(Planning planning, Terminal terminal) {
    this.planning = planning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String file = planning.init(topic, Optional.ofNullable(project), folder);
    terminal.out().println(file);
    terminal.err().println("Next: write the phases, then run signalbox check " + file);
    return ExitCode.DONE;
  }
}
