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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a run onto its master issue: one comment for the registry, one for each summary and for
 * each conflict. What was written before is remembered, so that only what changed is a request.
 *
 * <p>Written counts only what is found afterwards, all comments of one write in one read. What is
 * not found is looked for once more by the next write before it is written again: a tracker may
 * show it late.
 */
public final class TrackerRegistry implements RegistryWriter {
  private final Tracker tracker;

  /** Comments that were found as they were written. */
  private final Map<NoteKey, String> shown = new HashMap<>();

  /** Comments that were written and not found yet. */
  private final Map<NoteKey, Sent> unseen = new HashMap<>();

  public TrackerRegistry(Tracker tracker) {
    this.tracker = tracker;
  }

  /**
   * A comment that was written.
   *
   * @param text as it was sent
   * @param answer as the tracker said that it keeps it
   */
  private record Sent(String text, String answer) {}

  @Override
  public synchronized WriteOutcome write(String planFile, SessionRegistry registry) {
    if (registry.home().isEmpty()) {
      return new WriteOutcome.Unchanged();
    }
    IssueId master = registry.home().get().master();
    Map<NoteKey, String> due = new LinkedHashMap<>(RegistryNotes.of(registry));
    due.entrySet().removeIf(note -> note.getValue().equals(shown.get(note.getKey())));
    if (due.isEmpty()) {
      return new WriteOutcome.Unchanged();
    }
    unseen.keySet().retainAll(due.keySet());
    Set<NoteKey> again = new HashSet<>();
    for (Map.Entry<NoteKey, String> note : due.entrySet()) {
      Sent before = unseen.get(note.getKey());
      if (before != null && before.text().equals(note.getValue())) {
        again.add(note.getKey());
        continue;
      }
      switch (tracker.comment(master, note.getKey(), note.getValue())) {
        case Outcome.Done<Comment>(Comment made) ->
            unseen.put(note.getKey(), new Sent(note.getValue(), made.body()));
        case Outcome.Failed<Comment>(Failure failure) -> {
          return refused(master, failure);
        }
      }
    }
    return lookedFor(master, again);
  }

  /**
   * Looks for what was written.
   *
   * @param again what was looked for before: what is still missing is written anew next time
   */
  private WriteOutcome lookedFor(IssueId master, Set<NoteKey> again) {
    switch (tracker.comments(master)) {
      case Outcome.Failed<List<Comment>>(Failure failure) -> {
        return refused(master, failure);
      }
      case Outcome.Done<List<Comment>>(List<Comment> comments) -> {
        for (Comment comment : comments) {
          comment.key().ifPresent(key -> found(key, comment.body()));
        }
      }
    }
    if (unseen.isEmpty()) {
      return new WriteOutcome.Written();
    }
    String missing = unseen.keySet().stream().map(NoteKey::value).sorted().findFirst().orElse("");
    int count = unseen.size();
    unseen.keySet().removeAll(again);
    return new WriteOutcome.Refused(
        "comment on %s: expected to find what was written, found %d missing or changed: %s"
            .formatted(master, count, missing));
  }

  private void found(NoteKey key, String body) {
    Sent sent = unseen.get(key);
    if (sent != null && sent.answer().equals(body)) {
      shown.put(key, sent.text());
      unseen.remove(key);
    }
  }

  private static WriteOutcome refused(IssueId master, Failure failure) {
    return new WriteOutcome.Refused(
        "comment on %s: %s: %s".formatted(master, failure.kind(), failure.reason()));
  }
}
