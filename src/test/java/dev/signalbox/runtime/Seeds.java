package dev.signalbox.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which random runs are tried, and what is said about one that fails. */
final class Seeds {
  private static final String FILE = "/seeds/engine.txt";
  private static final int FACTS_SHOWN = 12;

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
      List<String> timeline = simulation.timeline();
      int from = Math.max(0, timeline.size() - FACTS_SHOWN);
      return Optional.of(
          "seed %d: %s; after: %s; again: ./mvnw test -Dtest=EngineSimulationTest -Dsignalbox.seed=%d"
              .formatted(
                  seed, e, String.join(" > ", timeline.subList(from, timeline.size())), seed));
    }
  }
}
