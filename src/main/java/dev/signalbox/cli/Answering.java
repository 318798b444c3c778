package dev.signalbox.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the person at the terminal. */
record Answering(Terminal terminal) {
  private static final int LINE_BYTES_MAX = 1_024;

  /** A yes, or anything else as a no; empty when the input ended without an answer. */
  Optional<Boolean> yes(String question) {
    terminal.out().print(question);
    terminal.out().flush();
    return line(terminal.in())
        .map(line -> Set.of("y", "yes").contains(line.strip().toLowerCase(Locale.ROOT)));
  }

  /** A line of words, or nothing when the input ended without one. */
  Optional<String> words(String question) {
    terminal.out().print(question);
    terminal.out().flush();
    return line(terminal.in());
  }

  private static Optional<String> line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return Optional.empty();
        }
        if (line.size() < LINE_BYTES_MAX) {
          line.write(b);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
