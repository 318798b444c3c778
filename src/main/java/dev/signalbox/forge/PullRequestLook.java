package dev.signalbox.forge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a pull request stands.
 *
 * @param head the commit at its tip
 * @param failed names of the checks that failed, in the forge's order
 * @param isChangeRequested whether a reviewer's last word is that something has to change
 */
public record PullRequestLook(
    String head,
    Standing standing,
    Checked checked,
    List<String> failed,
    boolean isChangeRequested) {
  public PullRequestLook {
    failed = List.copyOf(failed);
  }

  /**
   * What matters of a pull request to who waits for it.
   *
   * @param checks of its head
   * @param remarks everything that was said on it, earliest first
   */
  public static PullRequestLook of(PullRequest request, Checks checks, List<Remark> remarks) {
    Standing standing =
        switch (request.state().kind()) {
          case OPEN -> Standing.OPEN;
          case MERGED -> Standing.MERGED;
          case CLOSED -> Standing.CLOSED;
        };
    return new PullRequestLook(
        request.head().commit(),
        standing,
        together(checks),
        checks.all().stream()
            .filter(check -> check.result() == Checks.Result.FAILED)
            .map(Checks.Check::name)
            .toList(),
        isChangeRequested(remarks));
  }

  private static Checked together(Checks checks) {
    List<Checks.Result> results = checks.all().stream().map(Checks.Check::result).toList();
    if (results.isEmpty()) {
      return Checked.NONE;
    }
    if (results.contains(Checks.Result.FAILED)) {
      return Checked.FAILED;
    }
    return results.contains(Checks.Result.PENDING) ? Checked.PENDING : Checked.PASSED;
  }

  /** By each reviewer's last word; remarks without a verdict change none. */
  private static boolean isChangeRequested(List<Remark> remarks) {
    Map<String, Boolean> last = new LinkedHashMap<>();
    for (Remark remark : remarks) {
      switch (remark.kind()) {
        case REVIEW_CHANGES_REQUESTED -> last.put(remark.author().login(), true);
        case REVIEW_APPROVED, REVIEW_DISMISSED -> last.put(remark.author().login(), false);
        case COMMENT, REVIEW_COMMENTED, LINE, REACTION -> {
          // No verdict.
        }
      }
    }
    return last.containsValue(true);
  }

  /** Whether it is open. */
  public enum Standing {
    OPEN,
    /** Somebody merged it on the forge. */
    MERGED,
    /** Somebody closed it without merging. */
    CLOSED
  }

  /** How the checks of its head stand together. */
  public enum Checked {
    /** There is none, or none yet. */
    NONE,
    PENDING,
    PASSED,
    FAILED
  }
}
