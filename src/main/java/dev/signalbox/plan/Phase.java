package dev.signalbox.plan;

import dev.signalbox.error.Position;
import java.util.Optional;

/**
 * A unit of the plan, worked by one session.
 *
 * @param title without the id and the issue; may be empty in a broken plan
 * @param issue absent when the plan names none; the plan-file tracker then uses the phase's id
 * @param position of the phase's heading, row or record
 */
public record Phase(
    PhaseId id,
    String title,
    Optional<IssueId> issue,
    Position position,
    Scope scope,
    Brief brief,
    Handling handling) {

  /** Whether the phase counts as touching every file: a code phase that declares nothing. */
  public boolean touchesEverything() {
    return handling.deliverable() == Deliverable.CODE
        && scope.touches().isEmpty()
        && scope.produces().stream().noneMatch(Resource.Files.class::isInstance);
  }

  /** The issue, or the phase's own id where the plan names none (design section 2). */
  public IssueId issueOrId() {
    return issue.orElseGet(() -> new IssueId(id.value()));
  }
}
