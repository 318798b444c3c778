package dev.signalbox.registry.tracker;

import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.WriteOutcome;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a run onto its master issue: one comment for the registry, one for each summary and for
 * each conflict. What was written before is remembered, so that only what changed is a request.
 */
public final class TrackerRegistry implements RegistryWriter {
  private final Tracker tracker;
  private final Map<NoteKey, String> written = new HashMap<>();

  public TrackerRegistry(Tracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public synchronized WriteOutcome write(String planFile, SessionRegistry registry) {
    if (registry.home().isEmpty()) {
      return new WriteOutcome.Unchanged();
    }
    IssueId master = registry.home().get().master();
    boolean isChanged = false;
    for (Map.Entry<NoteKey, String> note : RegistryNotes.of(registry).entrySet()) {
      if (note.getValue().equals(written.get(note.getKey()))) {
        continue;
      }
      switch (tracker.comment(master, note.getKey(), note.getValue())) {
        case Outcome.Done<Comment> _ -> {
          written.put(note.getKey(), note.getValue());
          isChanged = true;
        }
        case Outcome.Failed<Comment>(Failure failure) -> {
          return new WriteOutcome.Refused(
              "comment on %s: %s: %s".formatted(master, failure.kind(), failure.reason()));
        }
      }
    }
    return isChanged ? new WriteOutcome.Written() : new WriteOutcome.Unchanged();
  }
}
