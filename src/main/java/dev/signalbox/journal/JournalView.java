package dev.signalbox.journal;

import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.SortedMap;

/**
 * The journal as it may be read, also by another process while an engine writes.
 *
 * <p>Every method sees whole appends only, and throws a {@link
 * dev.signalbox.error.SignalboxException} with a {@code JOURNAL_} code where the file cannot be
 * read or is damaged: nothing is skipped.
 */
public interface JournalView extends AutoCloseable {

  /** The facts of a run in the order of their sequence; none for a run that is not known. */
  List<StoredFact> read(RunId run);

  /** The runs whose last append did not close them, in the order in which they began. */
  List<RunId> openRuns();

  /** All runs, closed ones too, in the order in which they began. */
  List<RunId> runs();

  /** The sequence of the last fact; 0 in an empty journal. */
  long lastSequence();

  /** Where each attempt of a run was read to, as moved by the appends so far. */
  SortedMap<AttemptKey, Long> cursors(RunId run);

  @Override
  void close();
}
