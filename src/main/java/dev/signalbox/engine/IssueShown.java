package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import java.util.Optional;

/**
 * What the tracker shows of a session's issue, as far as Signalbox moved it.
 *
 * @param status the last one that was shown; empty before the first
 * @param asked the sequence of the fact that asked for it once more; 0 for never
 * @param retry how often in a row it could not be shown
 * @param outline how people have planned it, as it was seen last; empty where nobody saw it
 */
public record IssueShown(
    Optional<IssueStatus> status, long asked, Retry retry, Optional<Outline> outline) {
  static final IssueShown NOTHING =
      new IssueShown(Optional.empty(), 0, Retry.NONE, Optional.empty());

  /**
   * The status that the issue should have; empty where it stays as it is. Work that nobody does any
   * more is not in progress, so it goes back to where it was before.
   */
  public static Optional<IssueStatus> due(Session session) {
    Optional<IssueStatus> shown = session.trace().issue().status();
    if (!session.spec().isOfPlan()) {
      // Whoever writes about an issue does not do its work.
      return Optional.empty();
    }
    return switch (session.state()) {
      case SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Exiting _ ->
          Optional.of(IssueStatus.STARTED);
      case SessionState.InReview _, SessionState.MergeReady _ -> Optional.of(IssueStatus.IN_REVIEW);
      case SessionState.Merged _ -> Optional.of(IssueStatus.COMPLETED);
      case SessionState.Failed _, SessionState.Abandoned _ -> shown.map(_ -> IssueStatus.UNSTARTED);
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Starting _,
          SessionState.Stopping _,
          SessionState.BackingOff _,
          SessionState.Halted _ ->
          Optional.empty();
    };
  }

  /** The status that the tracker does not show yet; none of an issue that is another's. */
  static Optional<IssueStatus> missing(RunSpec spec, Session session) {
    IssueShown shown = session.trace().issue();
    return spec.source().tracker().isEmpty() || session.trace().hold().isGone()
        ? Optional.empty()
        : due(session).filter(due -> !shown.status().equals(Optional.of(due)));
  }
}
