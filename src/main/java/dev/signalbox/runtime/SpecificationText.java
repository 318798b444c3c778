package dev.signalbox.runtime;

import dev.signalbox.engine.Feedback;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.stream.Collectors;

/** The description of an issue whose specification a session wrote: that, then what came in. */
final class SpecificationText {
  /** It is a draft until a person says otherwise. */
  static final String LABEL = "spec-draft";

  private SpecificationText() {}

  static String of(String specification, Feedback feedback) {
    String calm =
        specification.strip().lines().map(TrackerMarkdown::quiet).collect(Collectors.joining("\n"));
    return calm + "\n\n---\n\n" + ReportText.body(feedback.item());
  }

  /**
   * Whether an issue still says what it was made with, or what was written there before. Trackers
   * reflow what they are given, so white space does not count, and neither do hidden marks.
   */
  static boolean isUntouched(String description, String specification, Feedback feedback) {
    String found = plain(description);
    return found.equals(plain(ReportText.body(feedback.item())))
        || found.equals(plain(of(specification, feedback)));
  }

  private static String plain(String text) {
    return text.replaceAll("<!--[^>]*-->", "").replaceAll("\\s+", "");
  }
}
