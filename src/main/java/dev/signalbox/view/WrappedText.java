package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;

/** Words in lines of a width. */
public final class WrappedText {
  private WrappedText() {}

  /**
   * Breaks a text at blanks; a word that is too long stands alone. Never empty, and without what a
   * terminal would act on.
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : TableText.plain(text).strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
