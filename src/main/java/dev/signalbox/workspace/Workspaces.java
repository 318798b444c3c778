package dev.signalbox.workspace;

import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions' private clones (design section 7).
 *
 * <p>Every method may be called again after a kill at any moment and then completes what was begun.
 * Different sessions may be served at once from several threads.
 */
public interface Workspaces {

  /** Where the session's workspace is or would be. */
  Path folderOf(SessionKey session);

  /** The objects that workspaces borrow from the repository. */
  Path sharedObjects();

  /**
   * Makes the workspace on its branch, or finds it made. A workspace that is there keeps its work;
   * only what is missing is added.
   */
  PrepareOutcome prepare(WorkspaceOrder order);

  /**
   * Shows the session where the base is now, as {@code origin/<base>}, so that it can rebase
   * without reaching the repository.
   *
   * @return why it could not, for a person; empty when it could
   */
  Optional<String> refresh(SessionKey session, String base);

  /**
   * Removes the locks of a git that was killed in the session's workspace, where it is there. To be
   * called only when no process of the session lives and none can start meanwhile.
   *
   * @return why it could not, for a person; empty when nothing stands in the way any more
   */
  Optional<String> unlock(SessionKey session);

  /** What the session left behind in its workspace. Changes nothing. */
  ExitLook look(SessionKey session, String branch);

  /**
   * The text of {@code .sdd-review.md} in the workspace, or its beginning; empty where there is
   * none, and for agents elsewhere.
   */
  default String handedInReview(SessionKey session) {
    return "";
  }

  /**
   * Files as they are at a commit of the session's branch, without what is secret. Changes nothing.
   *
   * @param commit a full id
   * @param paths as somebody wrote them: one that leads out of the repository is absent
   * @return an entry for each path; none at all where the commit cannot be read
   */
  default Map<String, CommittedFile> filesAt(
      SessionKey session, String commit, List<String> paths) {
    return Map.of();
  }

  /**
   * Takes the session's branch, and nothing else, into the repository under {@code
   * refs/signalbox/sessions/}, with hooks off and objects checked.
   *
   * @param base the branch that it shall be merged into, against which its changes are told
   */
  TakeInOutcome takeIn(SessionKey session, String branch, String base);

  /**
   * Tells what a work that was taken in does to artifacts that others change too, and on whose work
   * it was made. Changes nothing.
   */
  WorkLook describe(SessionKey session, WorkQuestion question);

  /**
   * Keeps what was found in a session's work beside its branch: one commit on top of the work, with
   * the text as {@link RecordPlace#FILE} at its root, under {@link RecordPlace#refOf}. Said again
   * it is the same commit; a former one is replaced. No work tree, index or branch changes.
   *
   * @param tip the work, as it was taken in
   * @return why it could not, for a person; empty when it is kept
   */
  default Optional<String> keepRecord(SessionKey session, String tip, String text) {
    return Optional.of("review record: expected a repository to keep it in, found none");
  }

  /**
   * Removes the workspace if nothing would be lost with it: no uncommitted and no unmerged work.
   * Otherwise keeps it and says why.
   *
   * @param base the branch in which its work has to be
   */
  CleanOutcome clean(SessionKey session, String base);

  /** All workspaces under the root, by run and session. */
  List<SessionKey> list();
}
