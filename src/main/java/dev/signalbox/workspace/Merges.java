package dev.signalbox.workspace;

/**
 * The way of taken-in work into the base branch (design section 7): what lands is what was tested.
 *
 * <p>Every method may be called again after a kill. One merge at a time is made into one base.
 */
public interface Merges {

  /**
   * Computes the merge of a taken-in commit into the base as it is now, and stores the merged
   * commit without moving any branch. The same order on the same base gives the same commit.
   */
  MergeOutcome compute(MergeOrder order);

  /**
   * Runs an approved command on a fresh checkout of {@code commit}, in the sandbox.
   *
   * @param command as the plan gives it
   */
  VerifyOutcome verify(String commit, String command);

  /**
   * Moves the base to the computed merge if it still is where that was computed, wherever it is
   * checked out. Says {@code Landed} also if it was done before.
   */
  LandOutcome land(LandOrder order);
}
