package dev.signalbox.publish;

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
import dev.signalbox.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A tracker that counts requests, and at one of them fails or sees its client die. */
final class FaultyTracker implements Tracker {
  final List<String> requests = new ArrayList<>();
  private final Tracker inner;
  private final Fault fault;
  private final int at;

  /** What happens, and whether the request was carried out before. */
  enum Fault {
    KILLED_BEFORE,
    KILLED_AFTER,
    FAILS_UNDONE,
    FAILS_DONE
  }

  /** The process is gone. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  FaultyTracker(Tracker inner, Fault fault, int at) {
    this.inner = inner;
    this.fault = fault;
    this.at = at;
  }

  private <T> Outcome<T> request(String name, Supplier<Outcome<T>> work) {
    requests.add(name);
    if (requests.size() != at) {
      return work.get();
    }
    if (fault == Fault.KILLED_AFTER || fault == Fault.FAILS_DONE) {
      Outcome<T> _ = work.get();
    }
    if (fault == Fault.KILLED_AFTER || fault == Fault.KILLED_BEFORE) {
      throw new Killed();
    }
    return new Outcome.Failed<>(Failure.of(Failure.Kind.UNREACHABLE, "expected an answer"));
  }

  @Override
  public String scope() {
    return inner.scope();
  }

  @Override
  public Outcome<Actor> account() {
    return request("account", inner::account);
  }

  @Override
  public Outcome<Optional<Actor>> named(String name) {
    return request("named", () -> inner.named(name));
  }

  @Override
  public Outcome<Issue> read(IssueId issue) {
    return request("read", () -> inner.read(issue));
  }

  @Override
  public Outcome<List<Issue>> children(IssueId parent) {
    return request("children", () -> inner.children(parent));
  }

  @Override
  public Outcome<IssueId> create(NoteKey key, NewIssue issue) {
    return request("create", () -> inner.create(key, issue));
  }

  @Override
  public Outcome<Nothing> describe(IssueId issue, String description) {
    return request("describe", () -> inner.describe(issue, description));
  }

  @Override
  public Outcome<Nothing> order(IssueId first, IssueId second) {
    return request("order", () -> inner.order(first, second));
  }

  @Override
  public Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status) {
    return request("move", () -> inner.move(issue, status));
  }

  @Override
  public Outcome<List<Move>> moves(IssueId issue) {
    return request("moves", () -> inner.moves(issue));
  }

  @Override
  public Outcome<Nothing> hand(IssueId issue, Owners owners) {
    return request("hand", () -> inner.hand(issue, owners));
  }

  @Override
  public Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed) {
    return request("label", () -> inner.label(issue, added, removed));
  }

  @Override
  public Outcome<List<Comment>> comments(IssueId issue) {
    return request("comments", () -> inner.comments(issue));
  }

  @Override
  public Outcome<Comment> comment(IssueId issue, NoteKey key, String body) {
    return request("comment", () -> inner.comment(issue, key, body));
  }

  @Override
  public Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body) {
    return request("commentOnce", () -> inner.commentOnce(issue, key, body));
  }

  @Override
  public Outcome<Comment> recomment(IssueId issue, NoteKey key, String body) {
    return request("recomment", () -> inner.recomment(issue, key, body));
  }

  @Override
  public Outcome<Nothing> uncomment(IssueId issue, NoteKey key) {
    return request("uncomment", () -> inner.uncomment(issue, key));
  }

  @Override
  public Outcome<Nothing> attach(IssueId issue, Attachment attachment) {
    return request("attach", () -> inner.attach(issue, attachment));
  }

  @Override
  public Outcome<List<DelegatedWork>> delegatedWork(IssueId issue) {
    return request("delegatedWork", () -> inner.delegatedWork(issue));
  }
}
