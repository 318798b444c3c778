package dev.signalbox.delegation;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;

/** The pull requests that agents elsewhere opened. */
public interface FoundRequests {

  /** The one that was found of the session, as it is now. */
  Outcome<PullRequest> pullRequestOf(SessionKey session);
}
