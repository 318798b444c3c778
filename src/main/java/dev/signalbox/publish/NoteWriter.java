package dev.signalbox.publish;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the dispatch table and the plan's text as comments on the master issue. */
final class NoteWriter {
  private static final String UNUSED = "The plan has become shorter; this part is not used now.\n";

  private final Tracker tracker;
  private final IssueId master;
  private final Consumer<String> done;
  private final Demand demand;

  /** Demands that a request worked. */
  interface Demand {
    <T> T need(String what, Outcome<T> outcome);
  }

  NoteWriter(Tracker tracker, IssueId master, Consumer<String> done, Demand demand) {
    this.tracker = tracker;
    this.master = master;
    this.done = done;
    this.demand = demand;
  }

  void write(String table, List<String> planNotes) {
    Map<NoteKey, String> there = new LinkedHashMap<>();
    for (Comment comment : demand.need("comments of " + master, tracker.comments(master))) {
      Optional<NoteKey> key = comment.key();
      key.ifPresent(it -> there.put(it, comment.body()));
    }
    note(there, PlanKeys.TABLE, table, "dispatch table");
    int part = 0;
    for (String text : planNotes) {
      part++;
      note(there, PlanKeys.plan(part), text, "plan's text");
    }
    for (part++; there.containsKey(PlanKeys.plan(part)); part++) {
      note(there, PlanKeys.plan(part), UNUSED, "plan's text");
    }
  }

  private void note(Map<NoteKey, String> there, NoteKey key, String text, String what) {
    String before = there.getOrDefault(key, "");
    if (!before.strip().equals(text.strip())) {
      demand.need(what + " on " + master, tracker.comment(master, key, text));
      done.accept("comment on " + master + ": " + what);
    }
  }
}
