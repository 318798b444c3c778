package dev.signalbox.glob;

/**
 * The automaton of all paths: one or more segments joined by {@code /}, none empty, none {@code .}
 * or {@code ..}. It runs beside the patterns, so that no witness is anything but a path. States are
 * the small numbers below, because searches pack them beside other numbers.
 */
final class PathState {
  /** How many states there are. */
  static final int COUNT = 4;

  static final int START = 0;
  static final int DOT = 1;
  static final int DOTS = 2;
  static final int INSIDE = 3;

  /** No path starts like this. */
  static final int NONE = -1;

  private PathState() {}

  /** The state after one more code point; all but the dot and the slash are alike. */
  static int next(int state, int codePoint) {
    if (codePoint == '/') {
      return state == INSIDE ? START : NONE;
    }
    if (codePoint != '.') {
      return INSIDE;
    }
    return state == START ? DOT : state == DOT ? DOTS : INSIDE;
  }

  /**
   * How much one more code point costs a witness. The cheapest witness is shown: the shortest, but
   * {@code src/x.java} before {@code src/.java}.
   */
  static int cost(int state, int codePoint) {
    return state == START && codePoint == '.' ? 3 : 1;
  }

  /** Whether the text is a path. */
  static boolean isPath(String text) {
    int state = START;
    for (int i = 0; i < text.length() && state != NONE; i++) {
      state = next(state, text.charAt(i));
    }
    return state == INSIDE;
  }
}
