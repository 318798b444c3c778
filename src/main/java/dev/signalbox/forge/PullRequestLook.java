package dev.signalbox.forge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a pull request stands.
 *
 * @param head the commit at its tip
 * @param failed names of the checks that failed, in the forge's order
 * @param isChangeRequested whether the last word of a person who may write here is that something
 *     has to change; bots and strangers can ask for anything and hold up nothing
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
   * @param writers logins of those of {@link #objectors} who may write in the repository
   */
  public static PullRequestLook of(
      PullRequest request, Checks checks, List<Remark> remarks, Set<String> writers) {
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
        objectors(remarks).stream().anyMatch(writers::contains));
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

  /** Logins of people whose last verdict is that something has to change, in order. */
  public static List<String> objectors(List<Remark> remarks) {
    Map<String, Boolean> last = new LinkedHashMap<>();
    for (Remark remark : remarks) {
      if (remark.author().kind() != Account.Kind.PERSON) {
        continue;
      }
      switch (remark.kind()) {
        case REVIEW_CHANGES_REQUESTED -> last.put(remark.author().login(), true);
        case REVIEW_APPROVED, REVIEW_DISMISSED -> last.put(remark.author().login(), false);
        case COMMENT, REVIEW_COMMENTED, LINE, REACTION -> {
          // No verdict.
        }
      }
    }
    return last.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
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
