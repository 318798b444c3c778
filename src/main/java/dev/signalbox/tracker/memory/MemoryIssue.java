package dev.signalbox.tracker.memory;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Owners;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept of one issue. Guarded by its {@link MemoryIssues}. */
final class MemoryIssue {
  final IssueId id;
  final NewIssue made;
  String description;
  IssueStatus status = IssueStatus.BACKLOG;
  Owners owners = Owners.NOBODY;
  Instant updated;
  Optional<String> milestone = Optional.empty();
  Optional<String> priority = Optional.empty();
  final Set<String> labels;
  final Map<String, Attachment> attachments = new LinkedHashMap<>();
  final List<IssueId> children = new ArrayList<>();
  final Set<IssueId> blocks = new LinkedHashSet<>();
  final Set<IssueId> blockedBy = new LinkedHashSet<>();
  final List<Move> moves = new ArrayList<>();
  final List<Comment> comments = new ArrayList<>();
  final Set<NoteKey> keysUsed = new LinkedHashSet<>();
  final List<DelegatedWork> work = new ArrayList<>();

  MemoryIssue(IssueId id, NewIssue made, Instant now) {
    this.id = id;
    this.made = made;
    this.description = made.description();
    this.updated = now;
    this.labels = new LinkedHashSet<>(made.labels());
  }
}
