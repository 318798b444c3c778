package dev.signalbox.publish;

import dev.signalbox.plan.Plan;
import dev.signalbox.prompt.HeaderText;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.Optional;

/** The description of a master issue: a person's words, and below them the plan's header. */
final class MasterText {
  private static final String TITLE = "## Plan header";
  private static final String WHAT = "the plan";

  private MasterText() {}

  /** That of a master issue of our own. */
  static String of(Plan plan) {
    return Published.withLine(header(plan), WHAT);
  }

  private static String header(Plan plan) {
    String yaml = String.join("\n", HeaderText.lines(plan));
    return TrackerMarkdown.withoutMarks(TITLE + "\n\n```yaml\n" + yaml + "\n```");
  }

  /** What becomes of a description; empty where it says all that already. */
  static Optional<String> into(String description, Plan plan) {
    if (Published.says(description, header(plan), WHAT)) {
      return Optional.empty();
    }
    int line = Published.find(description).map(found -> found.start()).orElse(-1);
    int title = line < 0 ? -1 : description.lastIndexOf(TITLE, line);
    if (title < 0) {
      String words = description.strip();
      return Optional.of(words.isEmpty() ? of(plan) : words + "\n\n" + of(plan));
    }
    int end = Published.find(description).map(found -> found.end()).orElse(line);
    String before = description.substring(0, title);
    String after = description.substring(end).stripLeading();
    return Optional.of(before + of(plan) + (after.isBlank() ? "" : "\n" + after));
  }
}
