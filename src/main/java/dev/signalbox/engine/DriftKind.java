package dev.signalbox.engine;

import java.util.Locale;

/** How it is known that a session changes a file outside of its scope. */
public enum DriftKind {
  /** A tool changed it, or was about to. */
  TOOL("by a tool"),
  /**
   * It is changed in the workspace or on the branch: by a command, or by a tool that told nothing.
   */
  GIT("found by git"),
  /** A person allowed it. */
  ALLOWED("allowed by a person"),
  /** The agent asked to change it and heard no; git has not seen it since. */
  DENIED("denied");

  private final String text;

  DriftKind(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }

  /** The word used in JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says more than what is known of the file so far. */
  boolean isNewsAfter(DriftKind known) {
    return switch (this) {
      case TOOL, GIT -> known == DENIED;
      case ALLOWED -> known != ALLOWED;
      case DENIED -> known == TOOL;
    };
  }
}
