package dev.signalbox.runtime;

import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.stream.Collectors;

/** How a session's work is called where it is merged. */
final class WorkText {
  private WorkText() {}

  /** The first line of its merge. */
  static String merge(SessionSpec session) {
    return "Merge " + title(session);
  }

  /** {@code SHOP-101 1A: Payment adapter}. */
  static String title(SessionSpec session) {
    return "%s %s: %s"
        .formatted(session.issue(), session.phase(), session.work().title())
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** What a pull request says: the summary that its agent handed in, which calls nobody. */
  static String body(Session session) {
    String summary =
        session
            .known()
            .summary()
            .orElse("")
            .strip()
            .lines()
            .map(TrackerMarkdown::quiet)
            .collect(Collectors.joining("\n"));
    return "Issue: %s\n\n%s\n".formatted(session.spec().issue(), summary);
  }
}
