package dev.signalbox.workspace;

import java.time.Instant;
import java.util.List;

/**
 * A merge to compute.
 *
 * @param base the branch to merge into
 * @param tip the commit to merge, taken in before
 * @param message of the merge commit
 * @param at the commit's date, so that a repetition makes the same commit
 * @param dropped paths whose changes on {@code tip} are left out, such as the plan file
 */
public record MergeOrder(
    String base, String tip, String message, Instant at, List<String> dropped) {
  public MergeOrder {
    dropped = List.copyOf(dropped);
  }
}
