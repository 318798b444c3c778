package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContractTest {
  @TempDir private Path folder;

  @Override
  protected Journal create() {
    return SqliteJournal.open(folder.resolve("journal.db"));
  }

  @Override
  protected Journal reopen(Journal journal) {
    journal.close();
    return create();
  }
}
