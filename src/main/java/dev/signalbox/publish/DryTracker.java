package dev.signalbox.publish;

import dev.signalbox.plan.IssueId;
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
import dev.signalbox.tracker.Tracker;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tracker that reads and writes nothing: what is made exists here only, as {@code new-1}, {@code
 * new-2}. What an earlier run made and the plan does not name counts as not there.
 */
public final class DryTracker implements Tracker {
  private final Tracker inner;
  private final Map<IssueId, Issue> made = new LinkedHashMap<>();

  /** Over a real one. */
  public DryTracker(Tracker inner) {
    this.inner = inner;
  }

  @Override
  public String scope() {
    return inner.scope();
  }

  @Override
  public Outcome<Actor> account() {
    return inner.account();
  }

  @Override
  public Outcome<Optional<Actor>> named(String name) {
    return inner.named(name);
  }

  @Override
  public Outcome<Issue> read(IssueId issue) {
    Issue own = made.get(issue);
    return own == null ? inner.read(issue) : new Outcome.Done<>(own);
  }

  @Override
  public Outcome<List<Issue>> children(IssueId parent) {
    return made.containsKey(parent) ? new Outcome.Done<>(List.of()) : inner.children(parent);
  }

  @Override
  public Outcome<IssueId> create(NoteKey key, NewIssue issue) {
    IssueId id = new IssueId("new-" + (made.size() + 1));
    made.put(
        id,
        new Issue(
            id,
            key.value(),
            "",
            new Issue.Text(issue.title(), issue.description(), List.of()),
            new Issue.Standing(IssueStatus.UNSTARTED, Owners.NOBODY, Instant.EPOCH),
            new Issue.Ties(issue.parent(), List.of(), List.of()),
            issue.labels()));
    return new Outcome.Done<>(id);
  }

  @Override
  public Outcome<Nothing> describe(IssueId issue, String description) {
    return Outcome.done();
  }

  @Override
  public Outcome<Nothing> order(IssueId first, IssueId second) {
    return Outcome.done();
  }

  @Override
  public Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status) {
    return new Outcome.Done<>(Optional.empty());
  }

  @Override
  public Outcome<List<Move>> moves(IssueId issue) {
    return new Outcome.Done<>(List.of());
  }

  @Override
  public Outcome<Nothing> hand(IssueId issue, Owners owners) {
    return Outcome.done();
  }

  @Override
  public Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed) {
    return Outcome.done();
  }

  @Override
  public Outcome<List<Comment>> comments(IssueId issue) {
    return made.containsKey(issue) ? new Outcome.Done<>(List.of()) : inner.comments(issue);
  }

  @Override
  public Outcome<Comment> comment(IssueId issue, NoteKey key, String body) {
    return new Outcome.Done<>(
        new Comment(key.value(), Optional.of(key), Optional.empty(), Instant.EPOCH, body));
  }

  @Override
  public Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body) {
    return comment(issue, key, body);
  }

  @Override
  public Outcome<Comment> recomment(IssueId issue, NoteKey key, String body) {
    return comment(issue, key, body);
  }

  @Override
  public Outcome<Nothing> uncomment(IssueId issue, NoteKey key) {
    return Outcome.done();
  }

  @Override
  public Outcome<Nothing> attach(IssueId issue, Attachment attachment) {
    return Outcome.done();
  }

  @Override
  public Outcome<List<DelegatedWork>> delegatedWork(IssueId issue) {
    return new Outcome.Done<>(List.of());
  }
}
