package dev.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.session.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does. */
public abstract class JournalContractTest {
  private static final RunId RUN = Facts.RUN;
  private static final RunId OTHER = Facts.OTHER_RUN;

  private Journal journal;

  /** An empty journal. */
  protected abstract Journal create();

  /** The same journal as an engine finds it after a restart. */
  protected abstract Journal reopen(Journal journal);

  @BeforeEach
  void open() {
    journal = create();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anEmptyJournalHoldsNothing() {
    assertThat(journal.lastSequence()).isZero();
    assertThat(journal.openRuns()).isEmpty();
    assertThat(journal.runs()).isEmpty();
    assertThat(journal.read(RUN)).isEmpty();
    assertThat(journal.cursors(RUN)).isEmpty();
  }

  @Test
  void factsComeBackAsTheyWereWritten() {
    StoredFact odd =
        new StoredFact(3, RUN, "gate-decided", 7, Instant.parse("1969-12-31T23:59:59Z"), "");
    journal.append(Facts.range(1, 2), List.of());
    journal.append(List.of(odd), List.of());
    assertThat(journal.read(RUN)).containsExactly(Facts.of(RUN, 1), Facts.of(RUN, 2), odd);
    assertThat(journal.lastSequence()).isEqualTo(3);
  }

  @Test
  void runsAreReadApart() {
    journal.append(List.of(Facts.of(OTHER, 1), Facts.of(RUN, 2), Facts.of(OTHER, 3)), List.of());
    assertThat(journal.read(RUN)).containsExactly(Facts.of(RUN, 2));
    assertThat(journal.read(OTHER)).containsExactly(Facts.of(OTHER, 1), Facts.of(OTHER, 3));
    assertThat(journal.runs()).containsExactly(OTHER, RUN);
  }

  @Test
  void anotherSequenceIsRefusedAndNothingOfItStays() {
    journal.append(Facts.range(1, 2), List.of());
    for (List<StoredFact> wrong :
        List.of(
            Facts.range(2, 3),
            Facts.range(4, 4),
            List.of(Facts.of(RUN, 3), Facts.of(RUN, 5)),
            List.of(Facts.of(OTHER, 3), Facts.of(OTHER, 3)))) {
      assertThatExceptionOfType(SignalboxException.class)
          .isThrownBy(() -> journal.append(wrong, List.of()))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.JOURNAL_OUT_OF_STEP));
    }
    assertThat(journal.read(RUN)).isEqualTo(Facts.range(1, 2));
    assertThat(journal.runs()).containsExactly(RUN);
    journal.append(Facts.range(3, 3), List.of());
  }

  @Test
  void cursorsMoveWithTheirFacts() {
    CursorMove first = new CursorMove(Facts.attempt(RUN, "S-B", 1), 100);
    CursorMove second = new CursorMove(Facts.attempt(RUN, "S-AA", 12), Long.MAX_VALUE);
    CursorMove other = new CursorMove(Facts.attempt(OTHER, "S-A", 1), 7);
    journal.append(List.of(Facts.of(RUN, 1), Facts.of(OTHER, 2)), List.of(first, second, other));
    journal.append(List.of(), List.of(new CursorMove(first.attempt(), 250)));
    assertThat(journal.cursors(RUN))
        .containsExactly(
            Map.entry(first.attempt(), 250L), Map.entry(second.attempt(), Long.MAX_VALUE));
    assertThat(journal.cursors(OTHER)).containsExactly(Map.entry(other.attempt(), 7L));
  }

  @Test
  void aCursorThatMovesBackIsABugAndItsFactsAreNotWritten() {
    CursorMove move = new CursorMove(Facts.attempt(RUN, "S-A", 1), 100);
    journal.append(Facts.range(1, 1), List.of(move));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            journal.append(
                Facts.range(2, 2),
                List.of(new CursorMove(move.attempt(), 200), new CursorMove(move.attempt(), 99))));
    assertThat(journal.lastSequence()).isEqualTo(1);
    assertThat(journal.cursors(RUN)).containsExactly(Map.entry(move.attempt(), 100L));
  }

  @Test
  void aRunBeginsWithItsFirstFact() {
    CursorMove early = new CursorMove(Facts.attempt(RUN, "S-A", 1), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.append(List.of(), List.of(early)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.append(Facts.range(1, 1), List.of(), Set.of(OTHER)));
    assertThat(journal.lastSequence()).isZero();
    assertThat(journal.runs()).isEmpty();
  }

  @Test
  void aClosedRunStaysReadableAndALaterFactOpensItAgain() {
    journal.append(List.of(Facts.of(RUN, 1), Facts.of(OTHER, 2)), List.of());
    journal.append(List.of(Facts.of(RUN, 3)), List.of(), Set.of(RUN));
    assertThat(journal.openRuns()).containsExactly(OTHER);
    assertThat(journal.read(RUN)).hasSize(2);
    journal.append(List.of(), List.of(), Set.of(OTHER));
    assertThat(journal.openRuns()).isEmpty();
    journal.append(List.of(Facts.of(RUN, 4)), List.of());
    assertThat(journal.openRuns()).containsExactly(RUN);
  }

  @Test
  void everythingIsThereAfterARestart() {
    CursorMove move = new CursorMove(Facts.attempt(RUN, "S-A", 1), 100);
    journal.append(Facts.range(1, 200), List.of(move));
    journal.append(List.of(Facts.of(OTHER, 201)), List.of(), Set.of(OTHER));
    journal = reopen(journal);
    assertThat(journal.read(RUN)).isEqualTo(Facts.range(1, 200));
    assertThat(journal.cursors(RUN)).containsExactly(Map.entry(move.attempt(), 100L));
    assertThat(journal.openRuns()).containsExactly(RUN);
    assertThat(journal.lastSequence()).isEqualTo(201);
    journal.append(List.of(Facts.of(RUN, 202)), List.of());
  }

  @Test
  void appendsFromSeveralThreadsStayWhole() throws Exception {
    List<Thread> threads =
        List.of("S-A", "S-B", "S-C", "S-D").stream()
            .map(name -> Thread.ofPlatform().start(() -> appendUntilIn(name)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(journal.read(RUN)).extracting(StoredFact::sequence).hasSize(80).isSorted();
    assertThat(journal.cursors(RUN).values()).containsOnly(20L).hasSize(4);
  }

  /**
   * Twenty appends of one fact with its cursor; a number that another thread took is tried anew.
   */
  private void appendUntilIn(String session) {
    for (int done = 0; done < 20; ) {
      long next = journal.lastSequence() + 1;
      CursorMove move = new CursorMove(Facts.attempt(RUN, session, 1), done + 1);
      try {
        journal.append(List.of(Facts.of(RUN, next)), List.of(move));
        done++;
      } catch (SignalboxException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.JOURNAL_OUT_OF_STEP);
      }
    }
  }
}
