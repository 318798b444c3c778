package dev.signalbox.session;

/** The names of sessions in a table: S-A to S-Z, then S-AA and so on. */
public final class SessionName {
  private static final int LETTERS = 26;

  private SessionName() {}

  /** The name of the session at {@code index}, counted from 0. */
  public static String of(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
      letters.append((char) ('A' + rest % LETTERS));
    }
    return "S-" + letters.reverse();
  }
}
