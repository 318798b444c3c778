package dev.signalbox.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * The whole screen of a terminal, painted again from its top. What stood there before scrolls away;
 * what was painted last stays. A terminal that changed its size meanwhile is painted right with the
 * next frame. Between two frames every mode of the terminal is as it was.
 */
final class WholeScreen {
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE_END = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final boolean isColored;
  private boolean isOpen;

  WholeScreen(PrintWriter out, boolean isColored) {
    this.out = out;
    this.isColored = isColored;
  }

  /**
   * Shows these lines and nothing else.
   *
   * @param lines fewer than the screen has rows; nothing in them that a terminal acts on
   */
  void paint(List<String> lines, int rows) {
    StringBuilder frame = new StringBuilder();
    if (!isOpen) {
      frame.append("\n".repeat(rows));
      isOpen = true;
    }
    frame.append(HOME).append(NO_WRAP);
    lines.forEach(line -> frame.append(styled(line)).append(CLEAR_LINE_END).append('\n'));
    frame.append(CLEAR_BELOW).append(WRAP);
    out.print(frame);
    out.flush();
  }

  /** By the first column, which says the same without colours. */
  private String styled(String line) {
    String style =
        switch (isColored && !line.isEmpty() ? line.charAt(0) : ' ') {
          case '!' -> "1;35";
          case 'x' -> "1;31";
          case '=' -> "32";
          case '-' -> "1";
          default -> "";
        };
    return style.isEmpty() ? line : "\u001b[" + style + "m" + line + "\u001b[0m";
  }
}
