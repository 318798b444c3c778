package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.KeptJournal;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedbackRowsTest {
  private static final RunId EARLIER = new RunId("run-1");
  private static final RunId LATEST = new RunId("run-2");

  private final List<StoredFact> facts;
  private final List<RunId> read = new ArrayList<>();

  FeedbackRowsTest() throws IOException {
    facts = KeptJournal.read(KeptJournal.FOLDER.resolve("v1/shown-outside.jsonl"));
  }

  /** Two runs that had the same feedback. */
  private final class TwoRuns implements JournalView {
    @Override
    public List<StoredFact> read(RunId run) {
      read.add(run);
      return facts;
    }

    @Override
    public List<RunId> openRuns() {
      return List.of();
    }

    @Override
    public List<RunId> runs() {
      return List.of(EARLIER, LATEST);
    }

    @Override
    public long lastSequence() {
      return facts.size();
    }

    @Override
    public SortedMap<AttemptKey, Long> cursors(RunId run) {
      return new TreeMap<>();
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  @Test
  void runsAreReplayedOnlyUntilAllIsFound() {
    try (TwoRuns journal = new TwoRuns()) {
      assertThat(FeedbackRows.outcomes(journal, Set.of())).isEmpty();
      assertThat(read).as("where nothing is looked for").isEmpty();
      assertThat(FeedbackRows.outcomes(journal, Set.of("f1"))).containsOnlyKeys("f1");
      assertThat(read).as("where the latest run had it").containsOnly(LATEST);
      read.clear();
      assertThat(FeedbackRows.outcomes(journal, Set.of("f1", "f0"))).containsOnlyKeys("f1");
      assertThat(read).as("where no run had one of them").contains(LATEST, EARLIER);
    }
  }
}
