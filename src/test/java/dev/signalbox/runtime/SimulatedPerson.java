package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Random;

/** What a person says at a gate. */
final class SimulatedPerson {
  private SimulatedPerson() {}

  /** Sessions whose work is shown and not merged yet. */
  static List<SessionId> shown(RunState run) {
    return run.sessions().values().stream()
        .filter(session -> session.state() instanceof SessionState.InReview)
        .map(Session::id)
        .toList();
  }

  static GateDecision decision(Gate gate, RunSpec spec, Random random, boolean isCalm) {
    boolean isYes = isCalm || random.nextInt(10) < 8;
    if (gate.kind() == GateKind.TRIAGE && random.nextInt(3) == 0) {
      SessionId id = spec.sessions().get(random.nextInt(spec.sessions().size())).id();
      return new GateDecision.Answered(List.of(id.value()));
    }
    if (gate.question().orElse(null) instanceof Question.Choice && random.nextBoolean()) {
      return new GateDecision.Answered(List.of("b"));
    }
    if (gate.kind() == GateKind.CONFLICT && random.nextBoolean()) {
      return new GateDecision.Answered(
          List.of(List.of("resolve", "resolve with scripted", "rebase").get(random.nextInt(3))));
    }
    if (gate.kind() == GateKind.RECOMMENDATION && random.nextInt(3) == 0) {
      return new GateDecision.Answered(List.of(random.nextBoolean() ? "approve 1" : "not 1: no"));
    }
    boolean isReview = gate.kind() == GateKind.REVIEW || gate.kind() == GateKind.MILESTONE;
    if (isReview && !isCalm && random.nextBoolean()) {
      List<String> words =
          List.of(
              "agree C1", "agree all", "override C1: so it is", "reject I1: no", "defer C1 to X-1");
      return new GateDecision.Answered(List.of(words.get(random.nextInt(words.size()))));
    }
    return switch (gate.kind()) {
      case TABLE, SPEC, COST, COMMANDS, CHECKPOINT, SPEND ->
          isYes || random.nextInt(6) != 0
              ? new GateDecision.Approved()
              : new GateDecision.Rejected("not now");
      case PLAN,
          PERMISSION,
          QUESTION,
          ESTIMATE,
          TURN,
          EXIT,
          FAILURE,
          CONFLICT,
          SEMANTIC,
          MERGE,
          LANDING,
          TRIAGE,
          FINDING,
          REVIEW,
          MILESTONE,
          RECOMMENDATION,
          COMPARE,
          TRACKER,
          CLAIM,
          TAKEOVER ->
          isYes ? new GateDecision.Approved() : new GateDecision.Rejected("try otherwise");
    };
  }
}
