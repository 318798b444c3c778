package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox init}: a new plan under the naming convention. */
@Command(
    name = "init",
    description = {
      "Writes a new plan to fill in, or workflows for reviews in CI.",
      "",
      "The plan is named {YYYY-MM-DD}-{project-short}-{topic}.md and explains its own",
      "keys. No file is written over, but with --ci --force."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox init --topic search  a plan in this folder",
      "  signalbox init --topic search --project shop --dir plans",
      "  signalbox init --ci            reviews of pull requests, by workflows",
      "",
      "See also: check"
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "What the plan is about: lower-case words joined by dashes.")
  private @Nullable String topic;

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

  @Option(
      names = "--ci",
      arity = "0..1",
      fallbackValue = "all",
      paramLabel = "KIND",
      description = "Reviews in CI instead of a plan: agent, models, or all (default: all).")
  private @Nullable String ci;

  @Option(names = "--force", description = "With --ci: writes over files that say something else.")
  private boolean isForced;

  InitCommand(Planning planning, Terminal terminal) {
    this.planning = planning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (ci != null) {
      return reviewsInCi(ci);
    }
    if (topic == null || isForced) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          topic == null
              ? "expected --topic for a new plan, or --ci; found neither"
              : "expected --force together with --ci, found it alone",
          List.of("run signalbox init --help"));
    }
    String file = planning.init(topic, Optional.ofNullable(project), folder);
    terminal.out().println(file);
    // Else the hint would stand above what it is about.
    terminal.out().flush();
    terminal.err().println("Next: write the phases, then run signalbox check " + file);
    return ExitCode.DONE;
  }

  private Integer reviewsInCi(String kind) {
    if (topic != null || project != null) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected --ci or a plan, found both",
          List.of("run signalbox init --ci, and then signalbox init --topic"));
    }
    List<String> written = planning.initCi(kind, folder, isForced);
    written.forEach(terminal.out()::println);
    terminal.out().flush();
    terminal
        .err()
        .println(
            written.isEmpty()
                ? "All of it was there."
                : "Next: give the repository the secrets that the workflows name, look through them,"
                    + " and commit them to the base branch (docs/guide/reviews.md).");
    return ExitCode.DONE;
  }
}
