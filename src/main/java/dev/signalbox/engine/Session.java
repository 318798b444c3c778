package dev.signalbox.engine;

import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Optional;

/**
 * A session of a run.
 *
 * @param outbox what the agent of the current attempt is told, in order
 */
public record Session(
    SessionSpec spec, SessionState state, Known known, Tally tally, List<Outgoing> outbox) {
  public Session {
    outbox = List.copyOf(outbox);
  }

  /**
   * What is known of the session whatever its state.
   *
   * @param fencing of its claim; empty while it holds none
   * @param start the commit that it started from
   * @param conversation the agent's own id of its conversation
   * @param agentName the conversation's name, as the agent shows it
   * @param estimate the agent's own
   * @param cleaned whether the workspace was dealt with; holds why it was kept
   */
  public record Known(
      Optional<Long> fencing,
      Optional<String> start,
      Optional<String> conversation,
      Optional<String> agentName,
      Optional<Usd> estimate,
      Optional<String> summary,
      Optional<Cleaned> cleaned) {
    static final Known NONE =
        new Known(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** The workspace was removed, or kept for the reason given. */
  public record Cleaned(Optional<String> kept) {}

  /**
   * How often what was tried.
   *
   * @param attempts processes begun
   * @param approaches failed ones, with what failed
   * @param serviceFailures in a row
   * @param vanished in a row
   * @param iteration of the task, from 1
   */
  public record Tally(
      int attempts,
      List<String> approaches,
      int serviceFailures,
      int vanished,
      int iteration,
      boolean isContextWarned) {
    static final Tally NONE = new Tally(0, List.of(), 0, 0, 1, false);

    public Tally {
      approaches = List.copyOf(approaches);
    }
  }

  /** A message and the fact that queued it. */
  public record Outgoing(long sequence, AgentMessage message) {}
}
