package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of many lines as a person may safely read it, whole: an agent or a plan wrote it.
 *
 * <p>Line ends stay. Whatever else a terminal would act on or not show is written out by its number
 * in hexadecimal, so that what a person approves hides nothing.
 */
final class ShownText {
  private static final int TAB_COLUMNS = 4;

  private ShownText() {}

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").stripTrailing().split("\n", -1)) {
      lines.add(visible(line));
    }
    return lines;
  }

  private static String visible(String line) {
    StringBuilder visible = new StringBuilder();
    line.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int c) {
    if (c == '\t') {
      visible.repeat(' ', TAB_COLUMNS);
    } else if (isHidden(c)) {
      visible.append("\\u").append(hex(c));
    } else {
      visible.appendCodePoint(c);
    }
  }

  private static String hex(int c) {
    String hex = Integer.toHexString(c);
    return "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || TableText.isFormat(c)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
