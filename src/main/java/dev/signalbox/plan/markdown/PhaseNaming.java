package dev.signalbox.plan.markdown;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;

/**
 * Names the phases of sub-issues: from the title, else from the issue's own key. A number by order
 * would change its meaning when somebody sorts the issues, and an earlier run's work would count
 * for another phase.
 */
final class PhaseNaming {
  private final Problems problems;

  PhaseNaming(Problems problems) {
    this.problems = problems;
  }

  PhaseId idOf(IssueTitle title, IssueId issue, Position at) {
    String written = title.id().orElse("");
    if (PhaseId.isValid(written)) {
      return new PhaseId(written);
    }
    if (!written.isEmpty()) {
      problems.error(
          ErrorCode.PLAN_PHASE_ID_INVALID,
          at,
          "expected a title such as Batch 1A: Title, found the id " + written,
          "give the phase an id of letters, digits, dots, dashes and underscores");
    }
    return ofKey(issue.value());
  }

  /** {@code SHOP-101} as it is; of {@code owner/name#12} the number. */
  private static PhaseId ofKey(String key) {
    String number = key.substring(key.lastIndexOf('#') + 1);
    String word = PhaseId.isValid(number) ? number : number.replaceAll("[^A-Za-z0-9._-]", "-");
    return new PhaseId(PhaseId.isValid(word) ? word : "I" + Integer.toHexString(key.hashCode()));
  }
}
