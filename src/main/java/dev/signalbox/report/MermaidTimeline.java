package dev.signalbox.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The timeline as a Mermaid Gantt chart: a row for each session, at the reader's own time of day.
 */
final class MermaidTimeline {
  private MermaidTimeline() {}

  /** A fenced block. */
  static List<String> lines(Chronicle chronicle) {
    List<String> lines = new ArrayList<>();
    lines.add("```mermaid");
    lines.add("gantt");
    lines.add("  dateFormat X");
    lines.add("  axisFormat %H:%M");
    for (Lane lane : chronicle.lanes()) {
      // Session ids are letters, digits and hyphens: nothing in them ends a line or a field.
      lines.add("  section " + lane.session());
      for (Stretch stretch : lane.stretches()) {
        lines.add(
            "  %s :%s%d, %d"
                .formatted(
                    stretch.activity().title(),
                    tag(stretch.activity()),
                    stretch.from().getEpochSecond(),
                    stretch.until().getEpochSecond()));
      }
    }
    lines.add("```");
    return lines;
  }

  /** Mermaid has three colours: one for work, one for what a person holds up. */
  private static String tag(Activity activity) {
    return switch (activity) {
      case WORKING, TAKEN_OVER -> "active, ";
      case DECIDING -> "crit, ";
      case WAITING, PREPARING, REVIEWED, MERGING -> "done, ";
    };
  }
}
