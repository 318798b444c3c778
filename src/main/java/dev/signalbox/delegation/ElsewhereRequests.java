package dev.signalbox.delegation;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionKey;
import java.util.Optional;

/**
 * What agents elsewhere left.
 *
 * @param runner who handed the issues over; empty where there is no tracker to do so
 */
public record ElsewhereRequests(DelegatedWorkspaces workspaces, Optional<DelegatedRunner> runner)
    implements FoundRequests {

  @Override
  public Outcome<PullRequest> pullRequestOf(SessionKey session) {
    return workspaces.pullRequestOf(session);
  }

  @Override
  public Outcome<Optional<PullRequest>> found(SessionKey session) {
    return workspaces.anyOf(session);
  }

  @Override
  public Outcome<Nothing> takeBack(SessionKey session, int attempt) {
    return runner
        .map(there -> there.release(new AttemptKey(session, attempt)))
        .orElseGet(Outcome::done);
  }
}
