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
 * @param milestones at which its work was reviewed
 * @param approved what a person approved of its recommendation, in its own words
 */
public record Trace(
    Drift drift,
    Hold hold,
    IssueShown issue,
    Optional<PullRequestShown> pullRequest,
    Closing closing,
    Milestones milestones,
    Optional<String> approved) {

  static Trace none(SessionScope scope) {
    return new Trace(
        Drift.none(scope),
        new Hold.Sure(),
        IssueShown.NOTHING,
        Optional.empty(),
        new Closing.Nothing(),
        Milestones.NONE,
        Optional.empty());
  }

  Trace with(Drift next) {
    return new Trace(next, hold, issue, pullRequest, closing, milestones, approved);
  }

  Trace with(Hold next) {
    return new Trace(drift, next, issue, pullRequest, closing, milestones, approved);
  }

  Trace with(IssueShown next) {
    return new Trace(drift, hold, next, pullRequest, closing, milestones, approved);
  }

  Trace with(PullRequestShown next) {
    return new Trace(drift, hold, issue, Optional.of(next), closing, milestones, approved);
  }

  Trace with(Closing next) {
    return new Trace(drift, hold, issue, pullRequest, next, milestones, approved);
  }

  Trace with(Milestones next) {
    return new Trace(drift, hold, issue, pullRequest, closing, next, approved);
  }

  Trace approved(String items) {
    return new Trace(drift, hold, issue, pullRequest, closing, milestones, Optional.of(items));
  }
}
