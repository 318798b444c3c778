package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.GateRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox answer}: an answer in words to a gate. */
@Command(
    name = "answer",
    description = {
      "Answers what waits for you in words.",
      "",
      "For questions with choices, conflicts, and whatever the inbox says takes",
      "words."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox answer 12-3fa9c1d2 everybody",
      "  signalbox answer 12-3fa9c1d2 'yes, both' blue  two questions",
      "  signalbox answer 12-3fa9c1d2 rebase            a conflict",
      "",
      "Exit codes: 0 taken, 1 refused or decided otherwise before, 3 the text has",
      "changed: look again.",
      "",
      "See also: inbox, approve, reject"
    },
    mixinStandardHelpOptions = true)
final class AnswerCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "GATE", description = "A gate, such as 12-3fa9c1d2.")
  private String gate = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = "One answer for each question, in their order; quote those with spaces.")
  private List<String> answers = List.of();

  @Mixin private EngineOption engine = new EngineOption();

  AnswerCommand(Engines engines, Terminal terminal) {
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
        "answered",
        engines
            .connect(engine.folder())
            .decide(ref, new GateDecision.Answered(answers), engines.person()));
  }
}
