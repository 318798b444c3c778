package dev.signalbox.plan;

import java.util.Locale;
import java.util.Optional;

/** How a session works (mission section 2, the {@code exec:*} label). */
public enum ExecMode {
  QUICK,
  TDD,
  PAIR,
  CHECKPOINT,
  SWARM,
  SPIKE;

  /** The word used in plans, tables and JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode with that {@link #word()}, in any case; empty for any other text. */
  public static Optional<ExecMode> of(String text) {
    for (ExecMode mode : values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
