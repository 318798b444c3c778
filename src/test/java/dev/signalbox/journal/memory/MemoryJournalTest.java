package dev.signalbox.journal.memory;

import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalContractTest;

class MemoryJournalTest extends JournalContractTest {
  @Override
  protected Journal create() {
    return new MemoryJournal();
  }

  @Override
  protected Journal reopen(Journal journal) {
    journal.close();
    return journal;
  }
}
