package dev.signalbox.log;

import java.util.Locale;

/** How much a line matters. */
public enum LogLevel {
  /** Something happened as it should. */
  INFO,
  /** Something failed that is tried again, or that a person decides about. */
  WARN,
  /** Something failed for good. */
  ERROR;

  /** As a line says it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
