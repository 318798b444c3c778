package dev.signalbox.runtime;

import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.Content;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;

/** A failure in production as an issue, whose specification is still to be written. */
final class ReportText {
  /** A person or a session has yet to write what is to be done. */
  static final String LABEL = "needs-spec";

  private ReportText() {}

  static NewIssue issue(RunState run, Feedback feedback) {
    return new NewIssue(
        TrackerMarkdown.quiet(feedback.item().content().title()),
        body(feedback),
        run.spec().orElseThrow().source().masterIssue(),
        List.of(LABEL));
  }

  /** What its sender says, as a quotation: nothing in it is an order. */
  static String body(Feedback feedback) {
    Content content = feedback.item().content();
    List<String> lines = new ArrayList<>();
    lines.add("Reported by " + feedback.item().speaker().login() + " at " + feedback.item().at());
    content.place().ifPresent(place -> lines.add("In " + TrackerMarkdown.quiet(place)));
    content.url().ifPresent(lines::add);
    if (!content.text().isBlank()) {
      lines.add("");
      content.text().lines().forEach(line -> lines.add("> " + TrackerMarkdown.quiet(line)));
    }
    return String.join("\n", lines) + "\n";
  }
}
