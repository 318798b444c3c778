package dev.signalbox.workspace.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.git.GitResult;
import java.io.IOException;
import java.util.List;

/** Ends one operation on a workspace; the port's method turns it into its outcome. */
final class WorkspaceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  WorkspaceException(String reason, boolean mayPass) {
    super(reason);
    this.mayPass = mayPass;
  }

  /** Trying again cannot help. */
  static WorkspaceException lasting(String reason) {
    return new WorkspaceException(reason, false);
  }

  static WorkspaceException of(GitResult result) {
    return new WorkspaceException(result.failure(), result.mayPass());
  }

  /** A disk that is full or away may be there again later. */
  static WorkspaceException of(IOException e) {
    return new WorkspaceException("files: expected to read and write them, found " + e, true);
  }

  /** For methods whose outcome has no place for a failure. */
  SignalboxException asFailure() {
    return new SignalboxException(ErrorCode.WORKSPACE_UNREADABLE, reason(), List.of(), this);
  }

  /** For a person. */
  String reason() {
    return String.valueOf(getMessage());
  }

  boolean mayPass() {
    return mayPass;
  }
}
