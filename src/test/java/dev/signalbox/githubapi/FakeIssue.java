package dev.signalbox.githubapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An issue or a pull request as the fake keeps it. */
final class FakeIssue {
  final int number;
  final long id;
  final FakeAccount author;
  final Instant created;
  final Set<String> labels = new LinkedHashSet<>();
  final Map<Long, Note> notes = new LinkedHashMap<>();
  final List<Event> events = new ArrayList<>();
  final List<Reaction> reactions = new ArrayList<>();
  final List<Integer> children = new ArrayList<>();
  final List<Integer> blockedBy = new ArrayList<>();
  final List<FakeAccount> assignees = new ArrayList<>();
  String title = "";
  String body = "";
  boolean isClosed;
  Optional<String> stateReason = Optional.empty();
  Optional<String> milestone = Optional.empty();
  Optional<Integer> parent = Optional.empty();
  Optional<FakePull> pull = Optional.empty();
  Instant updated;

  FakeIssue(int number, long id, FakeAccount author, Instant created) {
    this.number = number;
    this.id = id;
    this.author = author;
    this.created = created;
    this.updated = created;
  }

  /** A comment below it. */
  record Note(long id, FakeAccount author, String body, Instant created, Instant updated) {}

  /** A reaction to its first text. */
  record Reaction(long id, FakeAccount author, String content, Instant created) {}

  /**
   * What happened to it.
   *
   * @param detail the label's name, or why it was closed
   */
  record Event(long id, String name, FakeAccount actor, Optional<String> detail, Instant at) {}
}
