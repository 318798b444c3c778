package dev.signalbox.delegation;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.SessionKey;
import java.util.Optional;

/** The pull requests that agents elsewhere opened. */
public interface FoundRequests {

  /** The one that was found of the session, as it is now. */
  Outcome<PullRequest> pullRequestOf(SessionKey session);

  /** The same; empty where none was found. */
  Outcome<Optional<PullRequest>> found(SessionKey session);

  /**
   * Takes the issue back from the session's agent, where it still is the agent's.
   *
   * @param attempt the session's last one
   */
  Outcome<Nothing> takeBack(SessionKey session, int attempt);
}
