package dev.signalbox.plan;

import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * The files that the phase says it changes: its touches, then the files it produces, in the
   * plan's order. Empty says everything for a code phase ({@link #touchesEverything}) and nothing
   * for an analysis.
   */
  public List<Touch> changedFiles() {
    List<Touch> files = new ArrayList<>(scope.touches());
    for (Resource made : scope.produces()) {
      if (made instanceof Resource.Files produced) {
        files.add(produced.touch());
      }
    }
    return files;
  }

  /** The same phase with that issue. */
  public Phase of(Optional<IssueId> other) {
    return new Phase(id, title, other, position, scope, brief, handling);
  }

  /** Whether the phase counts as touching every file: a code phase that declares nothing. */
  public boolean touchesEverything() {
    return handling.deliverable() == Deliverable.CODE && changedFiles().isEmpty();
  }

  /** The issue, or the phase's own id where the plan names none (design section 2). */
  public IssueId issueOrId() {
    return issue.orElseGet(() -> new IssueId(id.value()));
  }
}
