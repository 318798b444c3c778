package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What a person tells a running engine, as a value that travels. */
public sealed interface Command {

  /** What each kind is called. */
  List<String> WORDS = List.of("decide", "revise", "tell", "cancel", "retry", "take-over");

  /** The person. */
  String who();

  record Decide(GateRef gate, GateDecision decision, String who) implements Command {}

  /** Changes the dispatch table that the gate asks about, which opens another gate instead. */
  record Revise(GateRef gate, List<TableEdit> edits, String who) implements Command {
    public Revise {
      edits = List.copyOf(edits);
    }
  }

  record Tell(SessionId session, String text, String who) implements Command {}

  record Cancel(Optional<SessionId> session, String why, String who) implements Command {}

  record Retry(SessionId session, String who) implements Command {}

  record TakeOver(SessionId session, String who) implements Command {}

  /** Hands it to an engine. */
  default Answer to(Control control) {
    return switch (this) {
      case Decide(GateRef gate, GateDecision decision, String who) ->
          control.decide(gate, decision, who);
      case Revise(GateRef gate, List<TableEdit> edits, String who) ->
          control.revise(gate, edits, who);
      case Tell(SessionId session, String text, String who) -> control.tell(session, text, who);
      case Cancel(Optional<SessionId> session, String why, String who) ->
          control.cancel(session, why, who);
      case Retry(SessionId session, String who) -> control.retry(session, who);
      case TakeOver(SessionId session, String who) -> control.takeOver(session, who);
    };
  }

  /**
   * What it is called: {@code decide}, {@code revise}, {@code tell}, {@code cancel}, {@code retry},
   * ...
   */
  default String word() {
    return switch (this) {
      case Decide _ -> "decide";
      case Revise _ -> "revise";
      case Tell _ -> "tell";
      case Cancel _ -> "cancel";
      case Retry _ -> "retry";
      case TakeOver _ -> "take-over";
    };
  }
}
