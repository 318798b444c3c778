package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No cross-talk (mission section 8): a mark of its own stands in each session's task and in all
 * that its agent says and hands in. No other session is told it, but for what a person decided at a
 * gate that shows it, and the prompts of those who review or resolve that work.
 */
final class SimulatedCrossTalk {
  private final List<SessionId> all = new ArrayList<>();
  private final Map<Long, Gate> open = new HashMap<>();
  private final Map<SessionId, List<String>> decided = new HashMap<>();

  SimulatedCrossTalk(RunSpec spec) {
    spec.sessions().forEach(this::join);
  }

  /** The mark of a session, which no other's holds. */
  static String mark(SessionId id) {
    return "<only of " + id + ">";
  }

  private void join(SessionSpec session) {
    all.add(session.id());
    boolean isAboutOthers =
        session.work().purpose() == Purpose.REVIEW || session.work().purpose() == Purpose.RESOLVE;
    if (!isAboutOthers) {
      demandOwn(session.id(), session.prompt());
    }
  }

  /** How an agent ended; the planted bug of that name mixes outputs up. */
  AgentExit told(SessionId id, AgentExit exit, Planted planted) {
    return planted == Planted.OTHER_OUTPUT && exit instanceof AgentExit.Ended(int code, String tail)
        ? new AgentExit.Ended(code, tail.replace(mark(id), mark(all.getLast())))
        : exit;
  }

  void see(Recorded recorded) {
    switch (recorded.fact()) {
      case Fact.SessionAdded joining -> join(joining.spec());
      case Fact.GateOpened(Gate gate) -> open.put(gate.number(), gate);
      case Fact.GateDecided done ->
          Optional.ofNullable(open.remove(done.number())).ifPresent(this::decide);
      case Fact.MessageQueued(SessionId id, int _, AgentMessage message) ->
          demandOwn(id, message.toString());
      case Fact.RetryScheduled retry ->
          retry.beginning().note().ifPresent(note -> demandOwn(retry.session(), note));
      case Fact _ -> {
        // Nobody is told of it.
      }
    }
  }

  private void decide(Gate gate) {
    if (List.of(GateKind.SEMANTIC, GateKind.CONFLICT, GateKind.REVIEW).contains(gate.kind())) {
      gate.sessions()
          .forEach(id -> decided.computeIfAbsent(id, _ -> new ArrayList<>()).add(gate.shown()));
    }
  }

  private void demandOwn(SessionId id, String text) {
    for (SessionId other : all) {
      boolean isShown =
          decided.getOrDefault(id, List.of()).stream().anyMatch(it -> it.contains(mark(other)));
      if (!other.equals(id) && text.contains(mark(other)) && !isShown) {
        throw new AssertionError(id + " is told what is only of " + other + ": " + text);
      }
    }
  }
}
