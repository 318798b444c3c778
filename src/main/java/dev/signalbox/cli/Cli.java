package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line. */
public final class Cli {
  private static final String COMPLETION = "completion";

  private final World world;
  private final Terminal terminal;

  /** What the commands ask of the world around them. */
  public record World(
      Planning planning,
      Dispatching dispatching,
      Engines engines,
      Records records,
      Screens screens,
      Cleaning cleaning,
      Extras extras) {}

  /** What is not about a run. */
  public record Extras(
      Demonstration demonstration,
      Health health,
      Publishing publishing,
      Receiving receiving,
      ToolServing tools) {

    /** Where nothing is published or received. */
    public Extras(Demonstration demonstration, Health health) {
      this(demonstration, health, Publishing.NOWHERE);
    }

    /** Where nothing is received. */
    public Extras(Demonstration demonstration, Health health, Publishing publishing) {
      this(demonstration, health, publishing, Receiving.NOTHING, ToolServing.NOTHING);
    }
  }

  /** A command line. */
  public Cli(World world, Terminal terminal) {
    this.world = world;
    this.terminal = terminal;
  }

  /** Every subcommand by its name, in the order of the help text. */
  private Map<String, Supplier<Object>> subcommands() {
    Planning planning = world.planning();
    Dispatching dispatching = world.dispatching();
    Engines engines = world.engines();
    Records records = world.records();
    Demonstration demonstration = world.extras().demonstration();
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("init", () -> new InitCommand(planning, terminal));
    all.put("check", () -> new CheckCommand(planning, terminal));
    all.put("explain", () -> new ExplainCommand(planning, terminal));
    all.put("prompt", () -> new PromptCommand(planning, terminal));
    all.put(
        "publish",
        () -> new PublishCommand(planning, world.extras().publishing(), engines, terminal));
    all.put("dispatch", () -> new DispatchCommand(planning, dispatching, engines, terminal));
    all.put("status", () -> new StatusCommand(engines, records, terminal));
    all.put("sessions", () -> new SessionsCommand(engines, records, terminal));
    all.put("reviews", () -> new ReviewsCommand(records, terminal));
    all.put("watch", () -> new WatchCommand(engines, records, terminal));
    all.put("dashboard", () -> new DashboardCommand(engines, terminal));
    all.put("log", () -> new LogCommand(records, terminal));
    all.put("attach", () -> new AttachCommand(engines, records, terminal));
    all.put("inbox", () -> new InboxCommand(engines, records, terminal));
    all.put("approve", () -> new ApproveCommand(engines, terminal));
    all.put("reject", () -> new RejectCommand(engines, terminal));
    all.put("answer", () -> new AnswerCommand(engines, terminal));
    all.put("revise", () -> new ReviseCommand(engines, terminal));
    all.put("tell", () -> new TellCommand(engines, terminal));
    all.put("cancel", () -> new CancelCommand(engines, terminal));
    all.put("takeover", () -> new TakeoverCommand(engines, world.screens(), terminal));
    all.put("retry", () -> new RetryCommand(engines, terminal));
    all.put("report", () -> new ReportCommand(records, terminal));
    all.put("serve", () -> new ServeCommand(world.extras().receiving(), terminal));
    all.put("feedback", () -> new FeedbackCommand(records, terminal));
    all.put("mcp", () -> new McpCommand(world.extras().tools(), terminal));
    all.put("clean", () -> new CleanCommand(world.cleaning(), terminal));
    all.put("doctor", () -> new DoctorCommand(world.extras().health(), terminal));
    all.put("demo", () -> new DemoCommand(planning, dispatching, demonstration, terminal));
    all.put(COMPLETION, () -> new CompletionCommand(terminal));
    all.put("complete-ids", () -> new CompleteIdsCommand(engines, records, terminal));
    all.put("warm-up", () -> new WarmUpCommand(world));
    return all;
  }

  /**
   * The parser for these arguments. Describing a command to picocli takes milliseconds that every
   * start would pay, so where one is named only that one is described; completion tells of all.
   */
  private CommandLine parser(String... arguments) {
    CommandLine parser = new CommandLine(new SignalboxCommand());
    Map<String, Supplier<Object>> all = subcommands();
    Supplier<Object> named = arguments.length == 0 ? null : all.get(arguments[0]);
    if (named == null || arguments[0].equals(COMPLETION)) {
      all.values().forEach(command -> parser.addSubcommand(command.get()));
    } else {
      parser.addSubcommand(named.get());
    }
    if (arguments.length == 0
        || List.of(arguments).stream().anyMatch(Set.of("-h", "--help")::contains)) {
      HelpLayout.set(parser);
    }
    return parser
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler((e, args) -> usage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e));
  }

  /** Every command, as it describes itself: for a manual. */
  CommandSpec described() {
    return parser().getCommandSpec();
  }

  /** {@code help check} is what many type for {@code check --help}. */
  private String[] asked(String... typed) {
    boolean isHelp = typed.length > 0 && typed[0].equals("help");
    if (!isHelp) {
      return typed;
    }
    if (typed.length == 1) {
      return new String[] {"--help"};
    }
    // Of a command that there is none of, picocli would show the help of the whole.
    return subcommands().containsKey(typed[1])
        ? new String[] {typed[1], "--help"}
        : new String[] {typed[1]};
  }

  /** Runs one command; the result is its exit code. */
  public int run(String... typed) {
    String[] arguments = asked(typed);
    int exit = parser(arguments).execute(arguments);
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
