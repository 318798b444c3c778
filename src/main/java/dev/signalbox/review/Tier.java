package dev.signalbox.review;

import java.util.Locale;
import java.util.Optional;

/** One of the two models that look from one perspective; it ends the reviewer's name. */
public enum Tier {
  DEEP,
  FAST;

  /** No other reviewer's name may hold it. */
  private static final char MARK = '/';

  /** The name in the record: {@code security/deep}. */
  public String reviewer(String perspective) {
    return perspective + MARK + word();
  }

  /** {@code deep} or {@code fast}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier of a reviewer; empty for one that looks alone from its perspective. */
  static Optional<Tier> of(String reviewer) {
    for (Tier each : values()) {
      if (reviewer.endsWith(MARK + each.word())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whose voice counts: two models that look from one perspective are one voice. */
  static String voice(String reviewer) {
    int mark = reviewer.lastIndexOf(MARK);
    return mark < 0 ? reviewer : reviewer.substring(0, mark);
  }
}
