package dev.signalbox.workspace;

import java.util.Optional;

/**
 * A merge to land.
 *
 * @param base the branch that moves
 * @param expectedBase the commit that it has to be at
 * @param commit the computed merge
 * @param work what it brings in
 */
public record LandOrder(String base, String expectedBase, String commit, Work work) {

  /**
   * A session's work.
   *
   * @param branch that it is on, in the repository that pull requests are opened in
   * @param tip its last commit
   * @param message of the merge: the first line, then a blank line and the rest if any
   * @param pullRequest that shows it; empty where none is known
   */
  public record Work(String branch, String tip, String message, Optional<Integer> pullRequest) {

    /** The same where no pull request is known. */
    public Work(String branch, String tip, String message) {
      this(branch, tip, message, Optional.empty());
    }
  }
}
