package dev.signalbox.journal;

import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Set;

/**
 * The append-only facts of all runs (docs/adr/0002-journal-format.md). There is one writer; its
 * methods may be called from any thread, one after the other.
 */
public interface Journal extends JournalView {

  /**
   * Writes facts and cursor moves, all or none. When it returns, they outlive a kill and a power
   * cut. When it throws, none of them is there, or, after a failing disk, perhaps all: close the
   * journal, open it again, and look at {@link #lastSequence()}.
   *
   * <p>A run begins with its first fact. A fact of a closed run opens it again. Nothing to write is
   * no error.
   *
   * @param facts numbered on from {@link #lastSequence()}; any other number is refused with {@code
   *     JOURNAL_OUT_OF_STEP}, for then somebody else wrote
   * @param moves of runs that have a fact; an offset below the stored one is refused as a bug,
   *     because facts would be made a second time
   * @param closed the runs that need no replay from now on
   */
  void append(List<StoredFact> facts, List<CursorMove> moves, Set<RunId> closed);

  /** An append that closes no run. */
  default void append(List<StoredFact> facts, List<CursorMove> moves) {
    append(facts, moves, Set.of());
  }
}
