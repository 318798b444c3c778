package dev.signalbox.error;

import java.util.Locale;

/** How much a {@link Problem} matters (design section 2). */
public enum Severity {
  /** Nothing starts while it stands; {@code check} exits 2. */
  ERROR,
  /** Shown, but {@code check} still exits 0. */
  WARNING;

  /** The word used in JSON output: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
