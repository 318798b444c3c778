package dev.signalbox.check;

import dev.signalbox.error.Problem;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.SourceCounts;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} found.
 *
 * @param problems by position; of one code at most {@code Limits.PROBLEMS_PER_CODE_MAX}
 * @param assignments one per phase, in the plan's order
 * @param analysis empty as long as there is an error
 */
public record CheckResult(
    Plan plan,
    SourceCounts counts,
    List<Problem> problems,
    List<Assignment> assignments,
    Optional<Analysis> analysis) {
  public CheckResult {
    problems = List.copyOf(problems);
    assignments = List.copyOf(assignments);
  }

  /** Whether nothing may start. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
