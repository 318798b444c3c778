package dev.signalbox.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Processes that open, make and use one journal at the same moment. */
class RacingProcessesTest {
  @TempDir private Path folder;

  @Test
  void everyIssueIsClaimedByExactlyOneProcessAndNothingIsPrintedBesides() throws Exception {
    String file = folder.resolve("journal.db").toString();
    List<String> got = new ArrayList<>();
    try (ChildJvm a = start(file, "a");
        ChildJvm b = start(file, "b")) {
      assertThat(a.line()).isEqualTo("ready");
      assertThat(b.line()).isEqualTo("ready");
      a.go();
      b.go();
      got.addAll(a.rest());
      got.addAll(b.rest());
      assertThat(List.of(a.exitCode(), b.exitCode())).containsOnly(0);
      assertThat(a.errors() + b.errors()).isEmpty();
    }
    assertThat(got)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ClaimOnce.ISSUES).mapToObj(Integer::toString).toList());
  }

  private static ChildJvm start(String file, String holder) throws Exception {
    return ChildJvm.start(ClaimOnce.class, List.of(SQLiteConfig.class), file, holder);
  }
}
