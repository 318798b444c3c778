package dev.signalbox.runtime;

import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
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
   * The state of a run as its facts tell it; a run without facts has not begun.
   *
   * @throws dev.signalbox.error.SignalboxException {@code JOURNAL_FACT_UNKNOWN}
   */
  public static RunState replay(JournalView journal, RunId run) {
    List<Recorded> facts = journal.read(run).stream().map(CODEC::decode).toList();
    return facts.isEmpty() ? RunState.before(journal.lastSequence()) : Engine.replay(facts);
  }

  /** The state to write on from: other runs may have added facts since this run's last one. */
  public static RunState resume(JournalView journal, RunId run) {
    return replay(journal, run).after(journal.lastSequence());
  }
}
