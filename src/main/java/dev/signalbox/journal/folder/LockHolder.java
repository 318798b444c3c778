package dev.signalbox.journal.folder;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Who holds an engine's lock. */
public record LockHolder(long pid, Instant since) {

  /** One line that people and {@link #parse} can read. */
  String text() {
    return "pid " + pid + " since " + since + "\n";
  }

  static Optional<LockHolder> parse(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != 4 || !words[0].equals("pid") || !words[2].equals("since")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LockHolder(Long.parseLong(words[1]), Instant.parse(words[3])));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
