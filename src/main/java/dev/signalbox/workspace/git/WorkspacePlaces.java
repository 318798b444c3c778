package dev.signalbox.workspace.git;

import dev.signalbox.session.SessionKey;
import java.nio.file.Path;

/**
 * Where what lies under the root for workspaces. Ids hold no dots and no separators, so that each
 * place is inside the root and none is another's.
 *
 * @param root absolute and normal
 */
record WorkspacePlaces(Path root) {

  Path workspace(SessionKey session) {
    return below(root, session);
  }

  /** A clone that is not whole yet. */
  Path making(SessionKey session) {
    return below(root.resolve(".making"), session);
  }

  /** Our own git folder for the workspace, with what we have to know about it. */
  Path view(SessionKey session) {
    return below(root.resolve(".views"), session);
  }

  /** The home of commands that prepare the workspace. */
  Path home(SessionKey session) {
    return below(root.resolve(".homes"), session);
  }

  /** What is about to be deleted. */
  Path trash(SessionKey session) {
    return below(root.resolve(".trash"), session);
  }

  /** Where commits of review records are put together. */
  Path records() {
    return root.resolve(".records");
  }

  private static Path below(Path folder, SessionKey session) {
    return folder.resolve(session.run().value()).resolve(session.session().value());
  }
}
