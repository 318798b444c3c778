package dev.signalbox.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which random runs are tried, and what is said about one that fails. */
final class Seeds {
  private static final String FILE = "/seeds/engine.txt";
  private static final int FACTS_SHOWN = 12;
  private static final int CHARS_SHOWN = 200;

  private Seeds() {}

  /** Seeds that once failed, in the file's order. */
  static List<Long> kept() {
    try (InputStream in = Seeds.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + FILE + ", found none");
      }
      List<Long> seeds = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(line -> seeds.add(Long.parseLong(line)));
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one seed; says what failed, and how to see it again. */
  static Optional<String> failure(long seed, Simulation simulation) {
    try {
      simulation.run();
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(
          "seed %d: %s; after: %s; again: ./mvnw test -Dtest=EngineSimulationTest -Dsignalbox.seed=%d"
              .formatted(seed, line(e.toString()), last(simulation.timeline()), seed));
    }
  }

  private static String last(List<String> timeline) {
    return timeline.stream()
        .skip(Math.max(0, timeline.size() - FACTS_SHOWN))
        .map(Seeds::line)
        .collect(Collectors.joining(" > "));
  }

  private static String line(String text) {
    String line = text.replaceAll("\\s+", " ").replaceFirst("Recorded\\[(.*)\\]", "$1");
    return line.length() > CHARS_SHOWN ? line.substring(0, CHARS_SHOWN) + "..." : line;
  }
}
