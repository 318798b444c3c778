package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.AnswerJson;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox approve}: yes to gates. */
@Command(
    name = "approve",
    description = {
      "Says yes to what waits for you.",
      "",
      "The inbox says what a yes does. An id holds the hash of the text that you saw:",
      "if it has changed meanwhile, nothing is decided."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox approve 12-3fa9c1d2",
      "  signalbox approve 12-3fa9c1d2 14-0b77e0aa",
      "",
      "Exit codes: 0 taken, 1 refused or decided otherwise before, 3 the text has",
      "changed: look again.",
      "",
      "See also: inbox, reject, answer"
    },
    mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "GATE", arity = "1..*", description = "Gates, such as 12-3fa9c1d2.")
  private List<String> gates = List.of();

  @Mixin private EngineOption engine = new EngineOption();

  ApproveCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // All are read first: a typing mistake in the last one decides nothing.
    List<GateRef> refs = gates.stream().map(Arguments::gate).toList();
    Control control = engines.connect(engine.folder());
    List<AnswerJson.AnswerTo> answers = new ArrayList<>();
    for (GateRef ref : refs) {
      answers.add(
          new AnswerJson.AnswerTo(
              ref.toString(), control.decide(ref, new GateDecision.Approved(), engines.person())));
    }
    return Heard.print(terminal, engine.isJson(), "approved", answers);
  }
}
