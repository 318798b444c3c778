package dev.signalbox.workspace;

import dev.signalbox.session.SessionKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workspace shall be.
 *
 * @param base the branch that its work goes to
 * @param start the commit that it starts from, which is in the repository; empty for the base as it
 *     is
 * @param branch the branch to work on; the same as {@code base} for a phase without its own
 * @param copies paths of ignored files to copy from the repository, such as {@code .env}; those
 *     that are not there are passed over, those outside it refused
 * @param stateFiles name and content of files that Signalbox keeps in the workspace's root; ignored
 *     by git there, and not overwritten when they exist
 * @param prepare the approved command that makes the workspace usable; run in the sandbox
 */
public record WorkspaceOrder(
    SessionKey session,
    String base,
    Optional<String> start,
    String branch,
    List<String> copies,
    Map<String, String> stateFiles,
    Optional<String> prepare) {
  /** An order that starts from the base as it is. */
  public WorkspaceOrder(
      SessionKey session,
      String base,
      String branch,
      List<String> copies,
      Map<String, String> stateFiles,
      Optional<String> prepare) {
    this(session, base, Optional.empty(), branch, copies, stateFiles, prepare);
  }

  public WorkspaceOrder {
    copies = List.copyOf(copies);
    stateFiles = Map.copyOf(stateFiles);
  }
}
