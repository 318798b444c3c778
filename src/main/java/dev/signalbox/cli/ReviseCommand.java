package dev.signalbox.cli;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.view.GateView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox revise}: changes the dispatch table before it is approved. */
@Command(
    name = "revise",
    description = {
      "Changes the dispatch table before you approve it.",
      "",
      "It decides nothing: a new table is asked about then, and an approval of the",
      "old one is told to look again. The plan's file stays as it is."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox revise 2-3fa9c1d2 --agent 1A=codex   another agent",
      "  signalbox revise 2-3fa9c1d2 --launch 1B=plan   its plan first",
      "  signalbox revise 2-3fa9c1d2 --merge-first 1B=1A",
      "",
      "Exit codes: 0 there is a new table, 1 refused, with every problem, 3 the text",
      "has changed: look again.",
      "",
      "See also: inbox, approve, reject"
    },
    mixinStandardHelpOptions = true)
final class ReviseCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "GATE", description = "The gate of the table, such as 2-3fa9c1d2.")
  private String gate = "";

  @Option(
      names = "--agent",
      paramLabel = "PHASE=ID",
      description = "Another agent works on the phase. May be repeated.")
  private List<String> agents = new ArrayList<>();

  @Option(
      names = "--launch",
      paramLabel = "PHASE=MODE",
      description = "Launch as bypass, plan or ask. May be repeated.")
  private List<String> launches = new ArrayList<>();

  @Option(
      names = "--merge-first",
      paramLabel = "PHASE=PHASE",
      description = "Of two phases of one batch, the first merges first. May be repeated.")
  private List<String> merges = new ArrayList<>();

  @Mixin private EngineOption engine = new EngineOption();

  ReviseCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    GateRef ref = Arguments.gate(gate);
    List<TableEdit> edits = edits();
    Control control = engines.connect(engine.folder());
    Answer answer = control.revise(ref, edits, engines.person());
    int code = Heard.print(terminal, engine, ref.toString(), "revised", answer);
    if (code == ExitCode.DONE && !engine.isJson()) {
      control.look().inbox().stream()
          .map(GateView::gate)
          .filter(open -> open.kind() == GateKind.TABLE)
          .forEach(open ->
              terminal.print(
                  List.of("The table is another now, look: signalbox inbox " + open.id())));
    }
    return code;
  }

  /** All are read first: a typing mistake in the last one changes nothing. */
  private List<TableEdit> edits() {
    List<String> wrong = new ArrayList<>();
    List<TableEdit> edits = new ArrayList<>();
    read("--agent", agents, AgentId::isValid, wrong)
        .forEach(
            pair -> edits.add(new TableEdit.Agent(new PhaseId(pair[0]), new AgentId(pair[1]))));
    read("--launch", launches, word -> LaunchMode.find(word).isPresent(), wrong)
        .forEach(pair ->
            edits.add(
                new TableEdit.Launch(
                    new PhaseId(pair[0]), LaunchMode.find(pair[1]).orElseThrow())));
    read("--merge-first", merges, PhaseId::isValid, wrong)
        .forEach(pair ->
            edits.add(new TableEdit.MergeFirst(new PhaseId(pair[0]), new PhaseId(pair[1]))));
    if (!wrong.isEmpty() || edits.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          wrong.isEmpty()
              ? "expected --agent, --launch or --merge-first, found none"
              : String.join("; ", wrong),
          List.of("run signalbox revise --help"));
    }
    return edits;
  }

  private static List<String[]> read(
      String option, List<String> typed, Predicate<String> isValue, List<String> wrong) {
    List<String[]> pairs = new ArrayList<>();
    for (String text : typed) {
      String[] pair = text.split("=", 2);
      if (pair.length == 2 && PhaseId.isValid(pair[0]) && isValue.test(pair[1])) {
        pairs.add(pair);
      } else {
        wrong.add(option + ": expected " + shape(option) + ", found " + text);
      }
    }
    return pairs;
  }

  private static String shape(String option) {
    return switch (option) {
      case "--agent" -> "a phase and an agent, such as 1A=codex";
      case "--launch" -> "a phase and " + String.join(" or ", LaunchMode.words()) + ", as 1A=plan";
      default -> "two phases, such as 1B=1A";
    };
  }
}
