package dev.signalbox.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** With what permission a session is launched (mission section 2). */
public enum LaunchMode {
  BYPASS("Bypass permissions"),
  PLAN("Plan mode"),
  ASK("Ask permissions");

  private final String title;

  LaunchMode(String title) {
    this.title = title;
  }

  /** The mission's words, for prompts and tables. */
  public String title() {
    return title;
  }

  /** The mode with that word. */
  public static Optional<LaunchMode> find(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /** All words, in the enum's order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(LaunchMode::word).toList();
  }

  /** The word used in JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
