package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.Touched;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two sessions changed one artifact, and git merges them cleanly (design section 7, ADR 0020): a
 * person decides, unless the plan had said that both would, or one was made on top of the other.
 */
final class OverlapRules {
  private OverlapRules() {}

  /** A session's work was taken in: it is held against all that is there already. */
  static void takenIn(Deciding deciding, SessionId id) {
    Session session = deciding.session(id);
    long gate = deciding.run().sequence() + 1;
    List<Taken.Overlap> met = new ArrayList<>();
    for (Session other : deciding.run().sessions()) {
      if (isBeside(session, other)) {
        for (Touched own : session.trace().taken().touched()) {
          if (isMet(deciding, session, other, own)) {
            met.add(new Taken.Overlap(gate, other.id(), own.artifact()));
          }
        }
      }
    }
    if (!met.isEmpty()) {
      ask(deciding, session, met);
    }
  }

  /** Whether the other's work is there too, and the session's was not made on top of it. */
  private static boolean isBeside(Session session, Session other) {
    return !other.id().equals(session.id())
        && isThere(other.state())
        && !session.trace().taken().contained().contains(other.id());
  }

  private static boolean isThere(SessionState state) {
    return switch (state) {
      case SessionState.InReview _, SessionState.MergeReady _ -> true;
      case SessionState.Merged(Optional<String> commit) -> commit.isPresent();
      case SessionState.Halted halted -> isThere(halted.from());
      case SessionState _ -> false;
    };
  }

  private static boolean isMet(Deciding deciding, Session session, Session other, Touched own) {
    String artifact = own.artifact();
    Optional<Touched> theirs = touched(other, artifact);
    return theirs.isPresent()
        && !theirs.get().isSame(own)
        && !isAsked(session, other, artifact)
        && !isAsked(other, session, artifact)
        && !SharedArtifact.of(deciding.spec(), artifact).isForeseen(artifact, session, other);
  }

  static Optional<Touched> touched(Session session, String artifact) {
    return session.trace().taken().touched().stream()
        .filter(each -> each.artifact().equals(artifact))
        .findFirst();
  }

  private static boolean isAsked(Session session, Session other, String artifact) {
    return session.trace().taken().asked().stream()
        .anyMatch(met -> met.other().equals(other.id()) && met.artifact().equals(artifact));
  }

  private static void ask(Deciding deciding, Session session, List<Taken.Overlap> met) {
    List<SessionId> halted = new ArrayList<>(List.of(session.id()));
    for (SessionId other : others(met)) {
      if (mayBeHalted(deciding.session(other).state())) {
        halted.add(other);
      }
    }
    String title = OverlapText.title(session, met);
    String shown = OverlapText.shown(deciding, session, met, halted);
    deciding.openGate(GateKind.SEMANTIC, halted, title, shown);
    deciding.emit(new Fact.OverlapFound(session.id(), met));
    halted.forEach(id -> deciding.emit(new Fact.SessionHalted(id, title)));
  }

  private static Set<SessionId> others(List<Taken.Overlap> met) {
    Set<SessionId> others = new LinkedHashSet<>();
    met.forEach(each -> others.add(each.other()));
    return others;
  }

  /** What is landing lands; what stands still for another reason goes on when that is decided. */
  private static boolean mayBeHalted(SessionState state) {
    return switch (state) {
      case SessionState.InReview _ -> true;
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          !(step instanceof SessionState.MergeStep.Landing);
      case SessionState _ -> false;
    };
  }

  /** The session whose work met others' at that gate; empty for any other gate. */
  private static Optional<Session> metAt(Deciding deciding, long gate) {
    return deciding.run().sessions().stream()
        .filter(each -> each.trace().taken().asked().stream().anyMatch(met -> met.gate() == gate))
        .findFirst();
  }

  /** Whether the gate is about artifacts that several sessions changed. */
  static boolean isAbout(Deciding deciding, Gate gate) {
    return metAt(deciding, gate.number()).isPresent();
  }

  /** The open gate of that kind at which the session stands. */
  private static Optional<Gate> holding(Deciding deciding, SessionId id) {
    return deciding.run().gates().stream()
        .filter(gate -> gate.kind() == GateKind.SEMANTIC && gate.sessions().contains(id))
        .filter(gate -> isAbout(deciding, gate))
        .findFirst();
  }

  /** Why nothing else about the session is decided now. */
  static Optional<String> obstacle(Deciding deciding, SessionId id) {
    return holding(deciding, id)
        .map(gate ->
            "%s stands still, since others changed what it changed: decide gate %s first"
                .formatted(id, gate.id()));
  }

  /** Why a decision about a session's work has to wait. */
  static Optional<String> obstacle(Deciding deciding, Gate gate) {
    return switch (gate.kind()) {
      case CONFLICT, MERGE, LANDING, FINDING ->
          gate.sessions().stream().flatMap(id -> obstacle(deciding, id).stream()).findFirst();
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          PLAN,
          PERMISSION,
          QUESTION,
          ESTIMATE,
          TURN,
          EXIT,
          FAILURE,
          SEMANTIC,
          SPEND,
          TRIAGE,
          COMPARE,
          REVIEW,
          MILESTONE,
          RECOMMENDATION,
          TAKEOVER,
          TRACKER,
          CLAIM ->
          Optional.empty();
    };
  }

  /** It goes on as it stands: its work is what it was when it was halted. */
  static void goOn(Deciding deciding, SessionId id) {
    Session session = deciding.session(id);
    if (session.state() instanceof SessionState.Halted(SessionState from, String _, boolean _)
        && isThere(from)
        && !session.trace().hold().isGone()
        && holding(deciding, id).isEmpty()) {
      deciding.emit(new Fact.SessionResumed(id));
    }
  }

  /** Where nobody is left who changed the same, there is nothing to decide any more. */
  static void advance(Deciding deciding) {
    for (Gate gate : deciding.run().gates()) {
      Optional<Session> second =
          gate.kind() == GateKind.SEMANTIC ? metAt(deciding, gate.number()) : Optional.empty();
      if (second.isPresent() && isMoot(deciding, second.get(), gate.number())) {
        deciding.emit(new Fact.GateWithdrawn(gate.number(), "only one of the works is left"));
        gate.sessions().forEach(id -> goOn(deciding, id));
      }
    }
  }

  private static boolean isMoot(Deciding deciding, Session second, long gate) {
    List<Taken.Overlap> met =
        second.trace().taken().asked().stream().filter(each -> each.gate() == gate).toList();
    return isGivenUp(second)
        || others(met).stream().map(deciding::session).allMatch(OverlapRules::isGivenUp);
  }

  private static boolean isGivenUp(Session session) {
    return session.state() instanceof SessionState.Abandoned
        || session.state() instanceof SessionState.Failed;
  }
}
