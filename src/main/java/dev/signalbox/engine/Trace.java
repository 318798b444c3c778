package dev.signalbox.engine;

import java.util.Optional;

/**
 * What a session leaves for others to see.
 *
 * @param drift what it changed outside of its scope
 * @param issue what the tracker shows of it
 * @param pullRequest its latest
 */
public record Trace(Drift drift, IssueShown issue, Optional<PullRequestShown> pullRequest) {

  static Trace none(SessionScope scope) {
    return new Trace(Drift.none(scope), IssueShown.NOTHING, Optional.empty());
  }

  Trace with(Drift next) {
    return new Trace(next, issue, pullRequest);
  }

  Trace with(IssueShown next) {
    return new Trace(drift, next, pullRequest);
  }

  Trace with(PullRequestShown next) {
    return new Trace(drift, issue, Optional.of(next));
  }
}
