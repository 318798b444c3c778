package dev.signalbox.workspace;

import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.SessionKey;

/**
 * The repository that this one was cloned from, where pull requests are opened (design section 7).
 *
 * <p>Every method may be called again after a kill. Nothing runs that a repository holds: no hook,
 * no filter.
 */
public interface Upstream {

  /**
   * Brings the base, and a checkout of it, forward to where it is upstream.
   *
   * @return its commit. {@code REFUSED} where it holds commits that upstream has not, or a checkout
   *     is in the way
   */
  Outcome<String> sync(String base);

  /**
   * Puts a commit on a branch upstream. What others pushed there is never overwritten: the branch
   * has to be as Signalbox pushed it last, or a part of what is pushed now.
   */
  Outcome<Nothing> push(String commit, String branch);

  /**
   * Notes where a session that works upstream starts from: at the base as it is there now.
   *
   * @return that commit
   */
  Outcome<String> begin(SessionKey session, String base);

  /** Takes a branch in from upstream, as {@link Workspaces#takeIn} does from a workspace. */
  Outcome<TakeInOutcome.TakenIn> take(SessionKey session, String branch, String base);

  /** Forgets what was noted and taken of a session that is over. */
  Outcome<Nothing> forget(SessionKey session);
}
