package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.ApprovedCommandsContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteApprovedCommandsTest extends ApprovedCommandsContractTest {
  @TempDir private Path folder;

  @Override
  protected ApprovedCommands create() {
    return SqliteApprovedCommands.open(folder.resolve("journal.db"));
  }
}
