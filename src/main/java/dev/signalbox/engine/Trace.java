package dev.signalbox.engine;

import java.util.Optional;

/**
 * What a session leaves for others to see.
 *
 * @param drift what it changed outside of its scope
 * @param hold how sure its claim on its issue is
 * @param issue what the tracker shows of it
 * @param pullRequest its latest
 * @param closing what becomes of that when the session is given up
 * @param taken its work, as it was taken in last
 * @param milestones at which its work was reviewed
 */
public record Trace(
    Drift drift,
    Hold hold,
    IssueShown issue,
    Optional<PullRequestShown> pullRequest,
    Closing closing,
    Taken taken,
    Milestones milestones) {

  static Trace none(SessionScope scope) {
    return new Trace(
        Drift.none(scope),
        new Hold.Sure(),
        IssueShown.NOTHING,
        Optional.empty(),
        new Closing.Nothing(),
        Taken.NOTHING,
        Milestones.NONE);
  }

  Trace with(Drift next) {
    return new Trace(next, hold, issue, pullRequest, closing, taken, milestones);
  }

  Trace with(Hold next) {
    return new Trace(drift, next, issue, pullRequest, closing, taken, milestones);
  }

  Trace with(IssueShown next) {
    return new Trace(drift, hold, next, pullRequest, closing, taken, milestones);
  }

  Trace with(PullRequestShown next) {
    return new Trace(drift, hold, issue, Optional.of(next), closing, taken, milestones);
  }

  Trace with(Closing next) {
    return new Trace(drift, hold, issue, pullRequest, next, taken, milestones);
  }

  Trace with(Taken next) {
    return new Trace(drift, hold, issue, pullRequest, closing, next, milestones);
  }

  Trace with(Milestones next) {
    return new Trace(drift, hold, issue, pullRequest, closing, taken, next);
  }
}
