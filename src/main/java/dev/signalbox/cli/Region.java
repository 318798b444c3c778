package dev.signalbox.cli;

import dev.signalbox.view.TableText;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The last lines of a terminal, painted again in place. Between two calls the cursor stands below
 * them and every mode of the terminal is as it was, so that a kill leaves nothing to repair.
 */
final class Region {
  private static final String ESCAPE = "\u001b[";
  private static final String CLEAR_LINE_END = ESCAPE + "K";
  private static final String CLEAR_BELOW = ESCAPE + "J";
  private static final String NO_WRAP = ESCAPE + "?7l";
  private static final String WRAP = ESCAPE + "?7h";

  private final PrintWriter out;
  private final UnaryOperator<String> style;
  private List<String> painted = List.of();

  Region(PrintWriter out) {
    this(out, line -> line);
  }

  /**
   * A region in colours.
   *
   * @param style makes what is written of a line that holds nothing a terminal acts on; as wide
   */
  Region(PrintWriter out, UnaryOperator<String> style) {
    this.out = out;
    this.style = style;
  }

  /** Shows these lines in place of the ones before; nothing is written where they are the same. */
  void paint(List<String> lines) {
    List<String> plain = lines.stream().map(TableText::plain).toList();
    if (!plain.equals(painted)) {
      write(List.of(), plain);
    }
  }

  /** Prints lines above, which stay. */
  void above(List<String> lines) {
    write(lines.stream().map(TableText::plain).toList(), painted);
  }

  /** What is painted stays; what comes is printed below. */
  void leave() {
    painted = List.of();
    out.flush();
  }

  /**
   * One write for a whole frame. Without wrapping a line that is too wide for the terminal, because
   * it was made narrower meanwhile, is cut by the terminal and counts as one.
   */
  private void write(List<String> above, List<String> below) {
    StringBuilder frame = new StringBuilder();
    if (!painted.isEmpty()) {
      frame.append('\r').append(ESCAPE).append(painted.size()).append('A');
      // First, since what is said may be wider than the terminal and wrap into the old frame.
      frame.append(above.isEmpty() ? "" : CLEAR_BELOW);
    }
    above.forEach(line -> frame.append(style.apply(line)).append('\n'));
    if (!below.isEmpty()) {
      frame.append(NO_WRAP);
      below.forEach(line -> frame.append(style.apply(line)).append(CLEAR_LINE_END).append('\n'));
      frame.append(CLEAR_BELOW).append(WRAP);
    }
    out.print(frame);
    out.flush();
    painted = below;
  }
}
