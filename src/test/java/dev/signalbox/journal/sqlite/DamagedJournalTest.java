package dev.signalbox.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.Facts;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what a journal should be. */
class DamagedJournalTest {
  private static final long SEED = Long.getLong("signalbox.journal.seed", 20_261_122L);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("journal.db");
    try (Journal journal = SqliteJournal.open(file)) {
      journal.append(Facts.range(1, 500), List.of());
    }
  }

  @Test
  void filesArePrivateAndNothingElseIsLeftInTheFolder() throws Exception {
    try (Journal journal = SqliteJournal.open(file)) {
      journal.append(Facts.range(501, 501), List.of());
      for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allMatch(name -> name.equals("journal.db") || name.endsWith("sqlitejdbc.so"));
    }
  }

  @Test
  void thereIsNothingToViewBeforeAJournalIsMade() throws Exception {
    assertThat(SqliteJournal.view(folder.resolve("none.db"))).isEmpty();
    Path empty = Files.createFile(folder.resolve("empty.db"));
    assertThat(SqliteJournal.view(empty)).isEmpty();
    assertThat(JournalCheck.look(empty)).isEmpty();
    SqliteJournal.open(empty).close();
    assertThat(SqliteJournal.view(empty)).isPresent().hasValueSatisfying(JournalView::close);
  }

  @Test
  void aJournalOfANewerVersionIsRefused() throws Exception {
    sql("PRAGMA user_version = 2");
    assertRefused(ErrorCode.JOURNAL_NEWER, "found version 2");
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
    Path other = folder.resolve("other.db");
    file = other;
    sql("CREATE TABLE photo (id INTEGER)");
    byte[] before = Files.readAllBytes(other);
    assertRefused(ErrorCode.JOURNAL_CORRUPT, "another program");
    assertThat(Files.readAllBytes(other)).hasSameSizeAs(before);
    Files.writeString(other, "Dear diary, this is no database at all.\n".repeat(100));
    assertRefused(ErrorCode.JOURNAL_CORRUPT, "not a database");
  }

  @Test
  void aChangedFactIsNoticedWhenItIsRead() throws Exception {
    sql("UPDATE fact SET json = replace(json, '123', '124') WHERE sequence = 123");
    assertDamageIsFound("fact 123 is not as it was written");
  }

  @Test
  void aMissingFactOrRunIsNoticedAtTheStart() throws Exception {
    sql("DELETE FROM fact WHERE sequence = 77");
    assertRefused(ErrorCode.JOURNAL_CORRUPT, "facts or runs are missing");
    sql("DELETE FROM fact");
    assertRefused(ErrorCode.JOURNAL_CORRUPT, "facts or runs are missing");
    sql("DELETE FROM run");
    SqliteJournal.open(file).close();
  }

  @Test
  void aChangedRunIsNoticed() throws Exception {
    sql("UPDATE run SET closed = 1");
    try (Journal journal = SqliteJournal.open(file)) {
      assertThatExceptionOfType(SignalboxException.class)
          .isThrownBy(journal::openRuns)
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.JOURNAL_CORRUPT));
    }
  }

  @Test
  void aFolderThatIsNotThereIsAnErrorForPeople() {
    file = folder.resolve("no-such-folder/journal.db");
    assertRefused(ErrorCode.JOURNAL_FAILED, "expected to");
  }

  /** Whatever bytes are overwritten: the facts come back as written, or an error for people. */
  @Test
  void noByteCanBeOverwrittenSoThatOtherFactsAreRead() throws Exception {
    byte[] intact = Files.readAllBytes(file);
    Random random = new Random(SEED);
    int noticed = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = intact.clone();
      for (int count = 1 + random.nextInt(40); count > 0; count--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path copy = folder.resolve("damaged-" + i + ".db");
      Files.write(copy, damaged);
      try (Journal journal = SqliteJournal.open(copy)) {
        assertThat(journal.read(Facts.RUN).equals(Facts.range(1, 500)))
            .as("seed %d, case %d: facts as written", SEED, i)
            .isTrue();
        assertThat(journal.openRuns()).containsExactly(Facts.RUN);
      } catch (SignalboxException e) {
        noticed++;
        assertThat(e.code().name()).startsWith("JOURNAL_");
        assertThat(e.hints()).isNotEmpty();
      }
    }
    assertThat(noticed).isGreaterThan(100);
  }

  private void assertDamageIsFound(String told) {
    try (Journal journal = SqliteJournal.open(file)) {
      assertThatExceptionOfType(SignalboxException.class)
          .isThrownBy(() -> journal.read(Facts.RUN))
          .withMessageContaining(told)
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.JOURNAL_CORRUPT));
    }
    assertThat(JournalCheck.look(file))
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining(told));
  }

  private void assertRefused(ErrorCode code, String told) {
    assertThatExceptionOfType(SignalboxException.class)
        .isThrownBy(() -> SqliteJournal.open(file))
        .withMessageContaining(told)
        .withMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.hints()).isNotEmpty());
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
