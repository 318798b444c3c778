package dev.signalbox.cli;

import dev.signalbox.control.GateRef;
import dev.signalbox.control.Records;
import dev.signalbox.control.RunJson;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import dev.signalbox.view.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox inbox}: what waits for a person. */
@Command(
    name = "inbox",
    description = {
      "Lists what waits for your decision, with what to type.",
      "",
      "With GATE it shows the whole text that the decision is about."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox inbox              everything that waits",
      "  signalbox inbox 12-3fa9c1d2  one of them, whole",
      "",
      "See also: approve, reject, answer, status"
    },
    mixinStandardHelpOptions = true)
final class InboxCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Parameters(paramLabel = "GATE", arity = "0..1", description = "A gate, such as 12-3fa9c1d2.")
  private @Nullable String gate;

  @Mixin private EngineOption engine = new EngineOption();

  InboxCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (gate != null) {
      GateRef ref = Arguments.gate(gate);
      return one(ref, Known.find(engines, records, engine.folder()).run());
    }
    Known known = Known.find(engines, records, engine.folder());
    RunView run = known.run();
    if (engine.isJson()) {
      terminal.out().println(RunJson.inbox(run));
    } else {
      terminal.print(known.notice());
      terminal.print(InboxText.lines(run, engine.inCommands()));
    }
    return ExitCode.DONE;
  }

  private int one(GateRef ref, RunView run) {
    GateView view =
        run.inbox().stream()
            .filter(open -> open.gate().number() == ref.number())
            .findFirst()
            .orElseThrow(() ->
                new SignalboxException(
                    ErrorCode.GATE_UNKNOWN,
                    "expected an open gate, found none with the id " + ref,
                    List.of("run signalbox inbox: it lists the open ones")));
    if (engine.isJson()) {
      RunView alone =
          new RunView(run.version(), run.at(), run.head(), run.sessions(), List.of(view));
      terminal.out().println(RunJson.inbox(alone));
    } else {
      terminal.print(InboxText.whole(view, run.at(), engine.inCommands()));
    }
    if (!ref.fits(view.gate().hash())) {
      terminal.err().println(ref + ": changed; this is how it is now");
      return ExitCode.WAITING;
    }
    return ExitCode.DONE;
  }
}
