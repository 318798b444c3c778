package dev.signalbox.tracker.memory;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Outline;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Relation;
import dev.signalbox.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A client of issues in memory. Each request happens at one moment, so that nothing is torn. */
public final class MemoryTracker implements Tracker {
  private final MemoryIssues issues;
  private final Actor account;

  MemoryTracker(MemoryIssues issues, Actor account) {
    this.issues = issues;
    this.account = account;
  }

  @Override
  public String scope() {
    return issues.scope;
  }

  @Override
  public Outcome<Actor> account() {
    return issues.request(_ -> new Outcome.Done<>(account));
  }

  @Override
  public Outcome<Optional<Actor>> named(String name) {
    return issues.request(all ->
        new Outcome.Done<>(
            all.accounts.stream().filter(each -> each.name().equals(name)).findFirst()));
  }

  @Override
  public Outcome<Issue> read(IssueId issue) {
    return issues.on(issue, it -> new Outcome.Done<>(shown(it)));
  }

  @Override
  public Outcome<List<Issue>> children(IssueId parent) {
    return issues.on(
        parent,
        it ->
            new Outcome.Done<>(
                it.children.stream()
                    .flatMap(id -> issues.find(id).stream())
                    .map(this::shown)
                    .toList()));
  }

  private Issue shown(MemoryIssue it) {
    return new Issue(
        it.id,
        "uid-" + it.id,
        url(it),
        new Issue.Text(it.made.title(), it.description, List.copyOf(it.attachments.values())),
        new Issue.Standing(it.status, it.owners, it.updated),
        new Issue.Ties(it.made.parent(), it.children, relations(it)),
        List.copyOf(it.labels));
  }

  private List<Relation> relations(MemoryIssue it) {
    List<Relation> relations = new ArrayList<>();
    it.blocks.forEach(other -> relations.add(relation(Relation.Kind.BLOCKS, other)));
    it.blockedBy.forEach(other -> relations.add(relation(Relation.Kind.BLOCKED_BY, other)));
    return relations;
  }

  private Relation relation(Relation.Kind kind, IssueId other) {
    return new Relation(kind, other, issues.find(other).orElseThrow().status);
  }

  @Override
  public Outcome<IssueId> create(NoteKey key, NewIssue issue) {
    return issues.request(all -> {
      IssueId before = all.made.get(key.value());
      if (before != null) {
        return new Outcome.Done<>(before);
      }
      if (issue.parent().isPresent() && all.find(issue.parent().get()).isEmpty()) {
        return failed(Failure.Kind.ABSENT, "expected a parent issue, found none");
      }
      MemoryIssue made = new MemoryIssue(all.nextId(), issue, all.clock.instant());
      all.add(made);
      all.made.put(key.value(), made.id);
      issue.parent().ifPresent(id -> all.find(id).orElseThrow().children.add(made.id));
      return new Outcome.Done<>(made.id);
    });
  }

  @Override
  public Outcome<Nothing> describe(IssueId issue, String description) {
    return change(issue, it -> it.description = description);
  }

  @Override
  public Outcome<Nothing> order(IssueId first, IssueId second) {
    return issues.on(
        first,
        before ->
            issues.on(
                second,
                after -> {
                  before.blocks.add(second);
                  after.blockedBy.add(first);
                  return Outcome.done();
                }));
  }

  @Override
  public Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status) {
    return change(
            issue,
            it -> {
              if (it.status != status) {
                it.status = status;
                it.moves.add(new Move(status, Optional.of(account), issues.clock.instant()));
              }
            })
        .then(_ -> issues.on(issue, it -> new Outcome.Done<>(Optional.of(outline(it)))));
  }

  private static Outline outline(MemoryIssue it) {
    return new Outline(url(it), it.milestone, it.priority);
  }

  private static String url(MemoryIssue it) {
    return "https://tracker.invalid/" + it.id;
  }

  @Override
  public Outcome<List<Move>> moves(IssueId issue) {
    return issues.on(issue, it -> new Outcome.Done<>(List.copyOf(it.moves)));
  }

  @Override
  public Outcome<Nothing> hand(IssueId issue, Owners owners) {
    return change(issue, it -> it.owners = owners);
  }

  @Override
  public Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed) {
    return change(
        issue,
        it -> {
          it.labels.addAll(added);
          removed.forEach(it.labels::remove);
        });
  }

  private Outcome<Nothing> change(IssueId issue, Consumer<MemoryIssue> how) {
    return issues.on(
        issue,
        it -> {
          how.accept(it);
          it.updated = issues.clock.instant();
          return Outcome.done();
        });
  }

  @Override
  public Outcome<List<Comment>> comments(IssueId issue) {
    return issues.on(issue, it -> new Outcome.Done<>(List.copyOf(it.comments)));
  }

  @Override
  public Outcome<Comment> comment(IssueId issue, NoteKey key, String body) {
    return issues.on(
        issue,
        it -> {
          int place = placeOf(it, key);
          return place < 0 ? write(it, key, body) : new Outcome.Done<>(rewritten(it, place, body));
        });
  }

  private static Comment rewritten(MemoryIssue it, int place, String body) {
    Comment before = it.comments.get(place);
    Comment now = new Comment(before.uid(), before.key(), before.author(), before.at(), body);
    it.comments.set(place, now);
    return now;
  }

  @Override
  public Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body) {
    return issues.on(
        issue,
        it -> {
          int place = placeOf(it, key);
          return place < 0 ? write(it, key, body) : new Outcome.Done<>(it.comments.get(place));
        });
  }

  private Outcome<Comment> write(MemoryIssue it, NoteKey key, String body) {
    if (!it.keysUsed.add(key)) {
      return failed(Failure.Kind.CONFLICTING, "expected to write " + key + ", found it removed");
    }
    return new Outcome.Done<>(add(it, Optional.of(key), body));
  }

  private Comment add(MemoryIssue it, Optional<NoteKey> key, String body) {
    Comment comment =
        new Comment(issues.nextUid(), key, Optional.of(account), issues.clock.instant(), body);
    it.comments.add(comment);
    return comment;
  }

  private static int placeOf(MemoryIssue it, NoteKey key) {
    for (int i = 0; i < it.comments.size(); i++) {
      if (it.comments.get(i).key().equals(Optional.of(key))) {
        return i;
      }
    }
    return -1;
  }

  /** Writes a comment as a person does: without a key, and once more each time. */
  public Outcome<Comment> say(IssueId issue, String body) {
    return issues.on(issue, it -> new Outcome.Done<>(add(it, Optional.empty(), body)));
  }

  @Override
  public Outcome<Comment> recomment(IssueId issue, NoteKey key, String body) {
    return issues.on(
        issue,
        it -> {
          int place = placeOf(it, key);
          return place < 0
              ? failed(Failure.Kind.CONFLICTING, "expected the comment " + key + ", found none")
              : new Outcome.Done<>(rewritten(it, place, body));
        });
  }

  @Override
  public Outcome<Nothing> uncomment(IssueId issue, NoteKey key) {
    return change(issue, it -> it.comments.removeIf(each -> each.key().equals(Optional.of(key))));
  }

  @Override
  public Outcome<Nothing> attach(IssueId issue, Attachment attachment) {
    return change(issue, it -> it.attachments.put(attachment.url(), attachment));
  }

  @Override
  public Outcome<List<DelegatedWork>> delegatedWork(IssueId issue) {
    return issues.on(issue, it -> new Outcome.Done<>(List.copyOf(it.work)));
  }

  private static <T> Outcome<T> failed(Failure.Kind kind, String reason) {
    return new Outcome.Failed<>(Failure.of(kind, reason));
  }
}
