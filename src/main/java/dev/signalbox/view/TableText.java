package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws tables of text, for a terminal and as Markdown. */
public final class TableText {
  private static final String GAP = "  ";
  private static final String ELLIPSIS = "…";
  private static final int COLUMN_WIDTH_MIN = 10;

  private TableText() {}

  /**
   * Aligned columns below underlined titles. Where the table is too wide, its widest columns give
   * way and what is cut is marked by an ellipsis. Control characters are shown as blanks, so that
   * no text moves the cursor.
   *
   * @param widthMax columns that the table may take; a table with little text stays narrower
   */
  public static List<String> terminal(List<String> titles, List<List<String>> rows, int widthMax) {
    List<List<String>> all = new ArrayList<>();
    all.add(titles);
    rows.forEach(row -> all.add(row.stream().map(TableText::plain).toList()));
    int[] widths = new int[titles.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    fit(widths, widthMax);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("─".repeat(width));
    }
    all.add(1, rule);
    return all.stream().map(row -> aligned(row, widths)).toList();
  }

  /** Takes from the widest column until all fit, but leaves each enough to be told apart. */
  private static void fit(int[] widths, int widthMax) {
    int excess = (widths.length - 1) * GAP.length() - widthMax;
    for (int width : widths) {
      excess += width;
    }
    while (excess > 0) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= COLUMN_WIDTH_MIN) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(row.get(i), widths[i]);
      line.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** Columns that a text takes, near enough: a code point is one column, East Asian ones two. */
  private static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += codePoint < 0x300 ? 1 : columns(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  private static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean isWide =
        Character.isIdeographic(codePoint)
            || (codePoint >= 0x1100 && codePoint <= 0x115F)
            || (codePoint >= 0x3000 && codePoint <= 0x30FF)
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
            || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
            || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
    return isWide ? 2 : 1;
  }

  /** The text in at most that many columns; what is cut is marked by an ellipsis. */
  static String cut(String text, int widthMax) {
    if (width(text) <= widthMax) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      used += columns(codePoint);
      if (used > widthMax - 1) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.toString().stripTrailing() + ELLIPSIS;
  }

  /** The text without anything that a terminal would act on. */
  public static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c > '~' && (Character.isISOControl(c) || isFormat(c)))) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, ' ');
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** Direction overrides and the like, with which a text could show itself as another. */
  static boolean isFormat(int c) {
    return (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || c == 0x061C
        || c == 0x180E
        || c == 0xFEFF;
  }

  /** A Markdown table; pipes and line ends in cells are escaped. */
  public static List<String> markdown(List<String> titles, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(markdownRow(titles));
    lines.add("|" + " --- |".repeat(titles.size()));
    rows.forEach(row -> lines.add(markdownRow(row)));
    return lines;
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream()
        .map(cell -> plain(cell).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
