package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Optional;

/**
 * An issue to be made.
 *
 * @param title one line
 * @param description Markdown
 * @param parent of which it becomes a sub-issue, in whose team or repository it is made; empty for
 *     the tracker's default
 */
public record NewIssue(
    String title, String description, Optional<IssueId> parent, List<String> labels) {
  public NewIssue {
    labels = List.copyOf(labels);
  }
}
