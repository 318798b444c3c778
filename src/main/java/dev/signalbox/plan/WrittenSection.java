package dev.signalbox.plan;

import java.util.List;
import java.util.Locale;

/**
 * A part of the plan file that Signalbox writes, between two marker lines. It is no part of the
 * plan: what agents hand in lands there.
 */
public enum WrittenSection {
  /** The table of sessions. */
  REGISTRY,
  /** What the sessions hand in. */
  SUMMARIES;

  /** The line above the section. */
  public String begin() {
    return marker("begin");
  }

  /** The line below the section. */
  public String end() {
    return marker("end");
  }

  private String marker(String place) {
    return "<!-- signalbox:" + name().toLowerCase(Locale.ROOT) + ":" + place + " -->";
  }

  /**
   * The text without what stands in written sections, markers included. Their lines stay as empty
   * ones, so that positions of what follows stay right. A section that does not end is text like
   * any other.
   */
  public static String blankIn(String text) {
    String blanked = text;
    for (WrittenSection section : values()) {
      blanked = section.blank(blanked);
    }
    return blanked;
  }

  private String blank(String text) {
    if (!text.contains(begin())) {
      return text;
    }
    List<String> lines = List.of(text.split("\n", -1));
    int first = indexOf(lines, begin(), 0);
    int last = first < 0 ? -1 : indexOf(lines, end(), first);
    if (last < 0) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text.length());
    for (int i = 0; i < lines.size(); i++) {
      boolean isWritten = i >= first && i <= last;
      blanked.append(isWritten ? "" : lines.get(i)).append(i < lines.size() - 1 ? "\n" : "");
    }
    return blanked.toString();
  }

  private static int indexOf(List<String> lines, String marker, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(marker)) {
        return i;
      }
    }
    return -1;
  }
}
