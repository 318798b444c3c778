package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runtime.EngineLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  private Readiness readiness(Duration ago, boolean isStopped) throws IOException {
    Path journal = folder.resolve("journal.db");
    if (!Files.exists(journal)) {
      Files.writeString(journal, "facts");
    }
    return new Readiness(
        () -> new EngineLoop.Beat(NOW.minus(ago), isStopped),
        journal,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anEngineThatGoesRoundIsReady() throws IOException {
    assertThat(readiness(Duration.ofSeconds(2), false).lack()).isEmpty();
    assertThat(readiness(Readiness.MISSED_MAX, false).lack()).isEmpty();
  }

  @Test
  void anEngineThatHangsOrHasStoppedIsNot() throws IOException {
    assertThat(readiness(Readiness.MISSED_MAX.plusSeconds(1), false).lack())
        .contains("expected the engine to answer every second, found none for 31 seconds");
    assertThat(readiness(Duration.ZERO, true).lack())
        .contains("expected the engine to run, found it stopped");
  }

  @Test
  void withoutAJournalItIsNot() throws IOException {
    Readiness readiness = readiness(Duration.ZERO, false);
    Files.delete(folder.resolve("journal.db"));
    Files.createDirectory(folder.resolve("journal.db"));
    assertThat(readiness.lack())
        .hasValueSatisfying(why ->
            assertThat(why).contains("journal that can be written").doesNotContain("journal.db"));
  }
}
