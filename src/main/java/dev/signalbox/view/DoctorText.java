package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;

/** Shows what {@code doctor} found. */
public final class DoctorText {
  private static final int LEVEL_WIDTH = 9;
  private static final int TEXT_WIDTH_MIN = 30;

  private DoctorText() {}

  /**
   * One finding after the other, and what they come to.
   *
   * @param columns how wide the terminal is
   */
  public static List<String> lines(DoctorReport report, int columns) {
    int whatWidth =
        2 + report.findings().stream().mapToInt(it -> it.what().length()).max().orElse(0);
    int indent = LEVEL_WIDTH + whatWidth;
    int width = Math.max(TEXT_WIDTH_MIN, columns - indent);
    List<String> lines = new ArrayList<>();
    for (Finding it : report.findings()) {
      String head = padded(it.level().word(), LEVEL_WIDTH) + padded(it.what(), whatWidth);
      for (String text : WrappedText.lines(it.found(), width)) {
        lines.add(head + text);
        head = " ".repeat(indent);
      }
      if (!it.follows().isEmpty()) {
        WrappedText.lines(it.follows(), width)
            .forEach(text -> lines.add(" ".repeat(indent) + text));
      }
      if (!it.mend().isEmpty()) {
        // Never broken: it is there to be copied.
        lines.add(" ".repeat(indent) + "$ " + TableText.plain(it.mend()));
      }
    }
    lines.add("");
    lines.add(
        report.canDispatch()
            ? "A plan can be dispatched."
            : "No plan can be dispatched: see what is missing.");
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
