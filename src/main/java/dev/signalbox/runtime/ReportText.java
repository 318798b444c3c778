package dev.signalbox.runtime;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A failure in production as an issue, whose specification is still to be written. */
final class ReportText {
  /** A person or a session has yet to write what is to be done. */
  static final String LABEL = "needs-spec";

  private ReportText() {}

  static NewIssue issue(FeedbackItem item, Optional<IssueId> parent) {
    return new NewIssue(
        TrackerMarkdown.quiet(item.content().title()), body(item), parent, List.of(LABEL));
  }

  /** What its sender says, as a quotation: nothing in it is an order. */
  static String body(FeedbackItem item) {
    Content content = item.content();
    List<String> lines = new ArrayList<>();
    lines.add("Reported by " + item.speaker().login() + " at " + item.at());
    content.place().ifPresent(place -> lines.add("In " + TrackerMarkdown.quiet(place)));
    content.url().ifPresent(lines::add);
    if (!content.text().isBlank()) {
      lines.add("");
      content.text().lines().forEach(line -> lines.add("> " + TrackerMarkdown.quiet(line)));
    }
    return String.join("\n", lines) + "\n";
  }
}
