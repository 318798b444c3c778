package dev.signalbox.journal.memory;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts in a list. */
public final class MemoryJournal implements Journal {
  private final List<StoredFact> facts = new ArrayList<>();
  private final Set<RunId> runs = new LinkedHashSet<>();
  private final Set<RunId> closedRuns = new HashSet<>();
  private final SortedMap<AttemptKey, Long> offsets = new TreeMap<>();

  @Override
  public synchronized void append(
      List<StoredFact> added, List<CursorMove> moves, Set<RunId> closed) {
    Set<RunId> known = new HashSet<>(runs);
    added.forEach(fact -> known.add(fact.run()));
    inStep(added);
    SortedMap<AttemptKey, Long> moved = moved(moves, known);
    for (RunId run : closed) {
      demandKnown(run, known);
    }
    for (StoredFact fact : added) {
      runs.add(fact.run());
      closedRuns.remove(fact.run());
    }
    facts.addAll(added);
    offsets.putAll(moved);
    closedRuns.addAll(closed);
  }

  private void inStep(List<StoredFact> added) {
    long expected = facts.size();
    for (StoredFact fact : added) {
      expected++;
      if (fact.sequence() != expected) {
        throw new SignalboxException(
            ErrorCode.JOURNAL_OUT_OF_STEP,
            "journal: expected fact " + expected + ", found " + fact.sequence(),
            List.of("end all engines of this state folder, then start one"));
      }
    }
  }

  private SortedMap<AttemptKey, Long> moved(List<CursorMove> moves, Set<RunId> known) {
    SortedMap<AttemptKey, Long> moved = new TreeMap<>();
    for (CursorMove move : moves) {
      demandKnown(move.attempt().session().run(), known);
      long before = moved.getOrDefault(move.attempt(), offsets.getOrDefault(move.attempt(), 0L));
      if (move.offset() < before) {
        throw new IllegalArgumentException("expected a cursor that moves on, found " + move);
      }
      moved.put(move.attempt(), move.offset());
    }
    return moved;
  }

  private static void demandKnown(RunId run, Set<RunId> known) {
    if (!known.contains(run)) {
      throw new IllegalArgumentException("expected a run that began, found " + run);
    }
  }

  @Override
  public synchronized List<StoredFact> read(RunId run) {
    return facts.stream().filter(fact -> fact.run().equals(run)).toList();
  }

  @Override
  public synchronized List<RunId> openRuns() {
    return runs.stream().filter(run -> !closedRuns.contains(run)).toList();
  }

  @Override
  public synchronized List<RunId> runs() {
    return List.copyOf(runs);
  }

  @Override
  public synchronized long lastSequence() {
    return facts.size();
  }

  @Override
  public synchronized SortedMap<AttemptKey, Long> cursors(RunId run) {
    SortedMap<AttemptKey, Long> found = new TreeMap<>(offsets);
    found.keySet().removeIf(attempt -> !attempt.session().run().equals(run));
    return found;
  }

  /** Keeps the facts: a test opens the journal of a killed engine again by using the same one. */
  @Override
  public void close() {}
}
