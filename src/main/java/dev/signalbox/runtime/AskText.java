package dev.signalbox.runtime;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.prompt.ReviewPrompt;
import java.util.ArrayList;
import java.util.List;

/**
 * What reviewers elsewhere are told on a pull request. Nothing of the work or its plan stands
 * there, so that nobody's words give them orders.
 */
final class AskText {
  private AskText() {}

  /** One line that calls each, and the form of the answer. */
  static String of(List<AwaitedReviewer> asked, String commit) {
    List<String> lines = new ArrayList<>();
    for (AwaitedReviewer each : asked) {
      lines.add(
          "%s review commit %s of this pull request, and change nothing."
              .formatted(each.mention().orElseThrow(), commit));
      lines.add("");
    }
    lines.add(
        "Answer with a review of that commit. If you can only comment, begin with this line:");
    lines.add("");
    lines.add("```text");
    for (AwaitedReviewer each : asked) {
      lines.add("<!-- signalbox-opinion %s %s -->".formatted(each.reviewer(), commit));
    }
    lines.add("```");
    lines.add("");
    if (asked.size() > 1) {
      lines.add("(each of you the line with your name) and then:");
      lines.add("");
    }
    lines.addAll(ReviewPrompt.form());
    return String.join("\n", lines) + "\n";
  }
}
