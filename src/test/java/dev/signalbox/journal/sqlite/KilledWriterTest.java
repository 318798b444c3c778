package dev.signalbox.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.ChildJvm;
import dev.signalbox.journal.Facts;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.StoredFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** A writer is killed at any moment. {@code -Dsignalbox.journal.seed=N} repeats a run. */
class KilledWriterTest {
  private static final long SEED = Long.getLong("signalbox.journal.seed", 20_261_122L);
  private static final int KILLS = 6;
  private static final int TORN_ENDS = 60;

  @TempDir private Path folder;

  @Test
  void whatWasReportedAsKeptIsThereAfterEveryKill() throws Exception {
    Path file = folder.resolve("journal.db");
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = killAfter(1 + random.nextInt(200), file, SEED + kill);
      try (Journal journal = SqliteJournal.open(file)) {
        assertThat(journal.lastSequence())
            .as("seed %d, kill %d", SEED, kill)
            .isGreaterThanOrEqualTo(acknowledged);
        assertWhole(journal);
      }
      assertThat(JournalCheck.look(file)).isEmpty();
    }
  }

  @Test
  void aReaderSeesWholeAppendsWhileAnotherProcessWrites() throws Exception {
    Path file = folder.resolve("journal.db");
    try (ChildJvm writer = start(file, SEED)) {
      assertThat(writer.line()).isNotEmpty();
      try (JournalView view = SqliteJournal.view(file).orElseThrow()) {
        for (int look = 0; look < 20; look++) {
          long before = view.lastSequence();
          while (Long.parseLong(writer.line()) <= before) {
            // The writer's own word that it went on.
          }
          assertThat(view.lastSequence()).isGreaterThan(before);
          List<StoredFact> facts = view.read(Facts.RUN);
          assertThat(facts).isEqualTo(Facts.range(1, facts.size()));
        }
      }
    }
  }

  /** A power cut may leave any beginning of the last write. */
  @Test
  void aTornEndLosesWholeAppendsFromTheEndOnly() throws Exception {
    Path file = folder.resolve("journal.db");
    killAfter(40, file, SEED);
    Path wal = folder.resolve("journal.db-wal");
    byte[] whole = Files.readAllBytes(wal);
    assertThat(whole.length).isGreaterThan(10_000);
    Random random = new Random(SEED);
    for (int i = 0; i < TORN_ENDS; i++) {
      Path copy = Files.createDirectories(folder.resolve("torn")).resolve("journal.db");
      Files.write(copy, Files.readAllBytes(file));
      Files.deleteIfExists(folder.resolve("torn/journal.db-shm"));
      int kept = random.nextInt(whole.length);
      byte[] torn = Arrays.copyOf(whole, kept);
      for (int at = random.nextBoolean() ? kept : Math.max(0, kept - 600); at < kept; at++) {
        torn[at] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("torn/journal.db-wal"), torn);
      try (Journal journal = SqliteJournal.open(copy)) {
        assertWhole(journal);
      }
    }
  }

  private static void assertWhole(Journal journal) {
    long last = journal.lastSequence();
    assertThat(journal.read(Facts.RUN)).isEqualTo(last == 0 ? List.of() : Facts.range(1, last));
    assertThat(List.copyOf(journal.cursors(Facts.RUN).values()))
        .isEqualTo(last == 0 ? List.of() : List.of(last * AppendForever.OFFSET_PER_FACT));
  }

  /** The last sequence that the writer told before it was killed. */
  private static long killAfter(int lines, Path file, long seed) throws Exception {
    try (ChildJvm writer = start(file, seed)) {
      String told = "";
      for (int i = 0; i < lines; i++) {
        told = writer.line();
      }
      assertThat(told).as("the writer's output").isNotEmpty();
      writer.kill();
      List<String> rest = writer.rest();
      return Long.parseLong(rest.isEmpty() ? told : lastWhole(rest, told));
    }
  }

  /** The last line may be cut; then the one before it counts. */
  private static String lastWhole(List<String> lines, String before) {
    return lines.size() < 2 ? before : lines.get(lines.size() - 2);
  }

  private static ChildJvm start(Path file, long seed) throws IOException {
    return ChildJvm.start(
        AppendForever.class, List.of(SQLiteConfig.class), file.toString(), Long.toString(seed));
  }
}
