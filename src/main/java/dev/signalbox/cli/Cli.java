package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line. */
public final class Cli {
  private final Terminal terminal;
  private final CommandLine commands;

  /**
   * A command line.
   *
   * @param examplePlan the plan that {@code demo} shows
   */
  public Cli(Planning planning, Terminal terminal, String examplePlan) {
    this.terminal = terminal;
    commands =
        new CommandLine(new SignalboxCommand())
            .addSubcommand(new InitCommand(planning, terminal))
            .addSubcommand(new CheckCommand(planning, terminal))
            .addSubcommand(new ExplainCommand(planning, terminal))
            .addSubcommand(new PromptCommand(planning, terminal))
            .addSubcommand(new DemoCommand(planning, terminal, examplePlan))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setParameterExceptionHandler((e, args) -> usage(e))
            .setExecutionExceptionHandler((e, command, parsed) -> failure(e));
  }

  /** Runs one command; the result is its exit code. */
  public int run(String... arguments) {
    int exit = commands.execute(arguments);
    terminal.err().flush();
    terminal.out().flush();
    return terminal.out().checkError() ? ExitCode.FAILED : exit;
  }

  private int usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    List<String> hints = new ArrayList<>();
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        hints.add("did you mean " + String.join(" or ", near) + "?");
      }
    }
    hints.add("run " + command + " --help");
    report(ErrorCode.USAGE_INVALID, String.valueOf(e.getMessage()), hints);
    return ExitCode.PROBLEMS;
  }

  private int failure(Exception e) {
    if (e instanceof SignalboxException known) {
      report(known.code(), String.valueOf(known.getMessage()), known.hints());
      return ExitCode.of(known.code().kind());
    }
    report(
        ErrorCode.INTERNAL_BUG,
        "expected no such thing, found " + e,
        List.of("please report it with the plan and the lines below"));
    e.printStackTrace(terminal.err());
    return ExitCode.FAILED;
  }

  private void report(ErrorCode code, String message, List<String> hints) {
    terminal.err().println("Error [" + code + "]: " + message);
    hints.forEach(hint -> terminal.err().println("Hint: " + hint));
  }
}
