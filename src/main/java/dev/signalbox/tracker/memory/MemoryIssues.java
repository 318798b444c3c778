package dev.signalbox.tracker.memory;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.NewIssue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The issues that {@link MemoryTracker}s share, as several clients share a service. One lock makes
 * every request happen at one moment.
 */
public final class MemoryIssues {
  final Clock clock;
  final String scope;
  private final String team;
  final List<Actor> accounts = new ArrayList<>();
  final Map<String, IssueId> made = new LinkedHashMap<>();
  private final Map<IssueId, MemoryIssue> issues = new LinkedHashMap<>();
  private Optional<Failure> failure = Optional.empty();
  private int number = 100;
  private int uid;

  /**
   * No issues yet.
   *
   * @param team with which their ids begin, such as {@code SHOP}
   */
  public MemoryIssues(String team, Clock clock) {
    this("memory:" + team, team, clock);
  }

  /** No issues yet, in a scope of that name. */
  public MemoryIssues(String scope, String team, Clock clock) {
    this.scope = scope;
    this.team = team;
    this.clock = clock;
  }

  /** Adds an issue that is called as it is somewhere else, with nothing in it. */
  public synchronized void add(IssueId id) {
    NewIssue empty = new NewIssue(id.value(), "", Optional.empty(), List.of());
    add(new MemoryIssue(id, empty, clock.instant()));
  }

  /** A client of these issues. */
  public MemoryTracker as(Actor account) {
    return new MemoryTracker(this, account);
  }

  /** Connects an agent that issues can be handed to. */
  public synchronized void connect(Actor agent) {
    accounts.add(agent);
  }

  /** A person plans an issue. */
  public synchronized void plan(IssueId issue, String milestone, String priority) {
    MemoryIssue there = issues.get(issue);
    if (there == null) {
      throw new IllegalArgumentException("expected an issue, found none called " + issue);
    }
    there.milestone = Optional.of(milestone);
    there.priority = Optional.of(priority);
  }

  /** Every request fails like this, until it is emptied. */
  public synchronized void failWith(Optional<Failure> cause) {
    failure = cause;
  }

  /** Shows an agent's work on an issue; an earlier state of the same work is replaced. */
  public synchronized void show(IssueId issue, DelegatedWork work) {
    MemoryIssue there = issues.get(issue);
    if (there == null) {
      throw new IllegalArgumentException("expected an issue, found none called " + issue);
    }
    there.work.removeIf(each -> each.uid().equals(work.uid()));
    there.work.addFirst(work);
  }

  synchronized <T> Outcome<T> request(Function<MemoryIssues, Outcome<T>> work) {
    return failure.isPresent() ? new Outcome.Failed<>(failure.get()) : work.apply(this);
  }

  /** A request about one issue. */
  synchronized <T> Outcome<T> on(IssueId id, Function<MemoryIssue, Outcome<T>> work) {
    return request(all -> {
      MemoryIssue issue = all.issues.get(id);
      return issue == null
          ? new Outcome.Failed<>(
              Failure.of(Failure.Kind.ABSENT, "expected an issue " + id + ", found none"))
          : work.apply(issue);
    });
  }

  Optional<MemoryIssue> find(IssueId id) {
    return Optional.ofNullable(issues.get(id));
  }

  void add(MemoryIssue issue) {
    issues.put(issue.id, issue);
  }

  IssueId nextId() {
    number++;
    return new IssueId(team + "-" + number);
  }

  String nextUid() {
    uid++;
    return "c%08d".formatted(uid);
  }
}
