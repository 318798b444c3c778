package dev.signalbox.approval;

import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A decision that only a person makes, bound to what was shown.
 *
 * @param number the sequence of the fact that opened it
 * @param sessions those that wait for it; empty for the run's own gates
 * @param title one line
 * @param shown everything that the decision is about, whole
 * @param question what the agent asked, where one did
 */
public record Gate(
    long number,
    GateKind kind,
    List<SessionId> sessions,
    String title,
    String shown,
    Optional<Question> question) {
  public Gate {
    sessions = List.copyOf(sessions);
  }

  /** The SHA-256 of the kind, the sessions, the title and what was shown, in hexadecimal. */
  public String hash() {
    return ShownHash.of(kind.word() + "\n" + sessions + "\n" + title + "\n" + shown);
  }

  /** How a person names it: {@code 12-3fa9c1d2}, the number and the start of the hash. */
  public GateId id() {
    return new GateId(number, hash().substring(0, GateId.HASH_CHARS));
  }

  /** Whether the sessions it names wait for it with a live agent. */
  public boolean isAskedByAgent() {
    return switch (kind) {
      case PLAN, PERMISSION, QUESTION, ESTIMATE, TURN, EXIT, MILESTONE -> true;
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          FAILURE,
          CONFLICT,
          SEMANTIC,
          MERGE,
          LANDING,
          TAKEOVER,
          TRIAGE,
          COMPARE,
          REVIEW,
          RECOMMENDATION,
          FINDING,
          TRACKER,
          CLAIM,
          SPEND ->
          false;
    };
  }
}
