package dev.signalbox.runtime;

import dev.signalbox.engine.Recorded;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.journal.FactCodec;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalView;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Set;

/** The facts of one run, in a journal. */
public final class JournalStore implements FactStore {
  private static final FactCodec CODEC = FactCodec.current();

  private final Journal journal;
  private final RunId run;

  public JournalStore(Journal journal, RunId run) {
    this.journal = journal;
    this.run = run;
  }

  @Override
  public void append(List<Recorded> facts, List<CursorMove> moves, boolean isClosing) {
    journal.append(
        facts.stream().map(fact -> CODEC.encode(run, fact)).toList(),
        moves,
        isClosing ? Set.of(run) : Set.of());
  }

  /**
   * What the journal tells of the run.
   *
   * @throws dev.signalbox.error.SignalboxException {@code JOURNAL_FACT_UNKNOWN}
   */
  public static EngineLoop.Past past(JournalView journal, RunId run) {
    return new EngineLoop.Past(
        journal.read(run).stream().map(CODEC::decode).toList(),
        journal.lastSequence(),
        journal.cursors(run));
  }
}
