package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.Claims;
import dev.signalbox.journal.ClaimsContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteClaimsTest extends ClaimsContractTest {
  @TempDir private Path folder;

  @Override
  protected Claims create() {
    return SqliteClaims.open(folder.resolve("journal.db"));
  }

  @Override
  protected Claims another(Claims claims) {
    return create();
  }
}
