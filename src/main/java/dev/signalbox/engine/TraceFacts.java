package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.engine.SessionState.ReviewStep;
import java.util.Optional;

/** What a fact changes in what others see of a session. */
final class TraceFacts {
  private TraceFacts() {}

  static Session apply(Session session, Recorded recorded, Fact.OfTrace fact) {
    long now = recorded.sequence();
    Trace trace = session.trace();
    IssueShown issue = trace.issue();
    return switch (fact) {
      case Fact.IssueMoved moved ->
          session.with(
              trace.with(
                  new IssueShown(
                      Optional.of(moved.status()),
                      issue.asked(),
                      Retry.NONE,
                      moved.outline().or(issue::outline))));
      case Fact.IssueNotMoved failed ->
          session.with(
              trace.with(
                  new IssueShown(
                      issue.status(),
                      issue.asked(),
                      new Retry(issue.retry().failures() + 1, Optional.of(failed.notBefore())),
                      issue.outline())));
      case Fact.IssueMoveRetried _ ->
          session.with(
              trace.with(
                  new IssueShown(
                      issue.status(),
                      now,
                      new Retry(issue.retry().failures(), Optional.empty()),
                      issue.outline())));
      case Fact.RecommendationApproved it ->
          session.with(trace.with(trace.taken().approved(it.approved())));
      case Fact.PullRequestBegun _ ->
          review(session, now, new ReviewStep.Opening(now, Retry.NONE))
              .with(trace.with(new Closing.Possible()));
      case Fact.PullRequestOpened opened ->
          review(session, now, new ReviewStep.Open())
              .with(
                  trace.with(
                      new PullRequestShown(
                          opened.number(),
                          opened.url(),
                          opened.branch(),
                          opened.tip(),
                          recorded.at(),
                          Optional.empty())));
      case Fact.PullRequestSeen seen ->
          session.with(trace.with(trace.pullRequest().orElseThrow().seen(seen.look())));
      case Fact.PullRequestBlocked blocked ->
          review(session, now, new ReviewStep.Blocked(blocked.reason()));
      case Fact.PullRequestClosing closing ->
          session.with(
              trace.with(
                  new Closing.Begun(
                      closing.why(), now, new Retry(failures(trace.closing()), Optional.empty()))));
      case Fact.PullRequestNotClosed failed -> session.with(trace.with(putOff(trace, failed)));
      case Fact.PullRequestClosed closed ->
          session.with(trace.with(new Closing.Over(closed.end(), closed.words())));
    };
  }

  private static int failures(Closing closing) {
    return closing instanceof Closing.Begun(String _, long _, Retry retry) ? retry.failures() : 0;
  }

  private static Closing putOff(Trace trace, Fact.PullRequestNotClosed failed) {
    if (trace.closing() instanceof Closing.Begun(String why, long cause, Retry retry)) {
      return new Closing.Begun(
          why, cause, new Retry(retry.failures() + 1, Optional.of(failed.notBefore())));
    }
    throw new IllegalStateException("expected a pull request to close, found " + trace.closing());
  }

  /** What was closed may be opened again, or anew. */
  static Trace reopened(Trace trace) {
    return trace.closing() instanceof Closing.Nothing ? trace : trace.with(new Closing.Possible());
  }

  /** A session that was to merge is reviewed again. */
  private static Session review(Session session, long now, ReviewStep step) {
    String tip =
        switch (session.state()) {
          case SessionState.InReview review -> review.tip();
          case SessionState.MergeReady ready -> ready.tip();
          case SessionState other ->
              throw new IllegalStateException(
                  "expected a session whose work is taken in, found " + other);
        };
    return session.in(new SessionState.InReview(tip, step), now);
  }
}
