package dev.signalbox.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A workspace as a session left it.
 *
 * @param tip the branch's commit; empty if the branch is gone
 * @param commits on the branch since the session's start
 * @param uncommitted paths that are changed or new and not committed, sorted; at most 100
 * @param isOnBranch whether the branch is checked out
 * @param summary the text of {@code .sdd-summary.md}; empty if there is none
 */
public record ExitLook(
    Optional<String> tip,
    int commits,
    List<String> uncommitted,
    boolean isOnBranch,
    Optional<String> summary) {
  public ExitLook {
    uncommitted = List.copyOf(uncommitted);
  }
}
