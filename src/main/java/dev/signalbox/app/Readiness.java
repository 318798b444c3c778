package dev.signalbox.app;

import dev.signalbox.runtime.EngineLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether an engine does what it is there for, in words that tell nothing about its run. */
record Readiness(Supplier<EngineLoop.Beat> loop, Path journal, Clock clock) {
  /** Without a tick for so long, an engine counts as hanging: a slow disk takes seconds. */
  static final Duration MISSED_MAX = Duration.ofSeconds(30);

  /** What is wrong; empty while all is well. */
  Optional<String> lack() {
    EngineLoop.Beat beat = loop.get();
    if (beat.isStopped()) {
      return Optional.of("expected the engine to run, found it stopped");
    }
    Duration since = Duration.between(beat.lastTurn(), clock.instant());
    if (since.compareTo(MISSED_MAX) > 0) {
      return Optional.of(
          "expected the engine to answer every second, found none for "
              + since.toSeconds()
              + " seconds");
    }
    return Files.isRegularFile(journal) && Files.isWritable(journal)
        ? Optional.empty()
        : Optional.of("expected a journal that can be written, found none");
  }
}
