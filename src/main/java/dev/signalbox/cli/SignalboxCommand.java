package dev.signalbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = "signalbox",
    description = "Dispatches coding agents from a master plan, in parallel, without collisions.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "To begin with:",
      "  signalbox doctor                 what this machine lacks",
      "  signalbox demo                   a run with scripted agents, no account",
      "  signalbox init --topic search    a plan to fill in",
      "  signalbox check PLAN             what would run, in which order, and why",
      "  signalbox dispatch PLAN          run it",
      "",
      "PLAN is a file, a folder with a GSD phase, or - for standard input; or a",
      "master issue: linear:SHOP-100 or github:owner/name#12.",
      "",
      "Exit codes: 0 done, 1 failed, 2 the plan or usage has problems, 3 waiting for",
      "a person.",
      "",
      "signalbox help COMMAND says when to use it, with examples. docs/guide has a",
      "tutorial, and a page for each question."
    })
final class SignalboxCommand implements Callable<Integer> {
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    CommandLine command = spec.commandLine();
    command.usage(command.getOut());
    return ExitCode.DONE;
  }
}
