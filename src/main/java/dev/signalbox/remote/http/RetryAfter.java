package dev.signalbox.remote.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header that says when to ask again, in seconds or as a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  private static final int SECONDS_DIGITS_MAX = 6;

  private RetryAfter() {}

  static Optional<Instant> read(JsonAnswer answer, Instant now) {
    return answer.header("Retry-After").flatMap(text -> read(text, now));
  }

  private static Optional<Instant> read(String text, Instant now) {
    if (text.matches("[0-9]{1," + SECONDS_DIGITS_MAX + "}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(text)));
    }
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
