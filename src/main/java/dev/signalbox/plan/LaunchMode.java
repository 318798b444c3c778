package dev.signalbox.plan;

import java.util.Locale;

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

  /** The word used in JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
