package dev.signalbox.engine;

import java.util.Optional;

/**
 * What a session leaves for others to see.
 *
 * @param drift what it changed outside of its scope
 * @param hold how sure its claim on its issue is
 * @param issue what the tracker shows of it
 * @param pullRequest its latest
 */
public record Trace(
    Drift drift, Hold hold, IssueShown issue, Optional<PullRequestShown> pullRequest) {

  static Trace none(SessionScope scope) {
    return new Trace(Drift.none(scope), new Hold.Sure(), IssueShown.NOTHING, Optional.empty());
  }

  Trace with(Drift next) {
    return new Trace(next, hold, issue, pullRequest);
  }

  Trace with(Hold next) {
    return new Trace(drift, next, issue, pullRequest);
  }

  Trace with(IssueShown next) {
    return new Trace(drift, hold, next, pullRequest);
  }

  Trace with(PullRequestShown next) {
    return new Trace(drift, hold, issue, Optional.of(next));
  }
}
