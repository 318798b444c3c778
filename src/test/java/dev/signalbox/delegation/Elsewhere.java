package dev.signalbox.delegation;

import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.StoodTime;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.DelegatedWork.Activity;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.memory.MemoryIssues;
import dev.signalbox.tracker.memory.MemoryTracker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A tracker, a forge and an agent that works there, all in memory. */
final class Elsewhere {
  static final SessionKey SESSION = new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  static final AttemptKey ATTEMPT = new AttemptKey(SESSION, 1);
  static final IssueId ISSUE = new IssueId("SHOP-1");
  static final Actor US = new Actor("u-1", "Signalbox", true);
  static final Actor CURSOR = new Actor("u-3", "Cursor", true);
  static final Account CURSOR_BOT = bot("cursor[bot]");
  static final String BRANCH = "cursor/shop-1";

  final StoodTime time = new StoodTime(Instant.parse("2026-01-01T00:00:00Z"));
  final MemoryIssues issues;
  final MemoryTracker tracker;
  final MemoryForge forge = new MemoryForge("shop/web", time);
  final Path root;
  IssueId issue = ISSUE;
  List<String> logins = List.of("cursor");
  Way way = new Way(Way.Kind.DELEGATE, "Cursor");

  /** What runs the looks; in the same thread unless a test keeps them. */
  Executor looking = Runnable::run;

  /** Whether webhooks tell what happens. */
  boolean isTold;

  Elsewhere(Path root) {
    this(root, "memory:SHOP");
  }

  /** With a tracker of that scope; the forge's is {@code memory:shop/web}. */
  Elsewhere(Path root, String scope) {
    this.root = root;
    issues = new MemoryIssues(scope, "SHOP", time);
    tracker = issues.as(US);
    issues.connect(CURSOR);
    issues.add(ISSUE);
  }

  static Account bot(String login) {
    return new Account(44, login, Account.Kind.BOT, Optional.empty());
  }

  /** A new runner over the same folder, as another process of Signalbox has it. */
  DelegatedRunner runner() {
    return runner(tracker);
  }

  DelegatedRunner runner(Tracker through) {
    return runner(through, forge);
  }

  DelegatedRunner runner(Tracker through, Forge over) {
    return new DelegatedRunner(
        root,
        _ -> new Errand(issue, new AgentId("cursor"), way, BRANCH, logins),
        through,
        over,
        _ -> Outcome.done(),
        time,
        new DelegatedRunner.Looking(looking, isTold));
  }

  static LaunchOrder order() {
    return order(ATTEMPT);
  }

  static LaunchOrder order(AttemptKey attempt) {
    Path nowhere = Path.of("nowhere");
    return new LaunchOrder(
        attempt,
        new AgentId("cursor"),
        new LaunchOrder.Setting(
            nowhere,
            nowhere,
            LaunchMode.BYPASS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        "SHOP-1",
        new LaunchOrder.Conversation.Fresh("none"),
        "Do it.");
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new AssertionError(failure);
    };
  }

  Issue shownIssue() {
    return done(tracker.read(ISSUE));
  }

  List<String> comments() {
    return done(tracker.comments(ISSUE)).stream().map(Comment::body).toList();
  }

  /** Both services fail, or work again. */
  void away(boolean isAway) {
    Optional<Failure> failure =
        isAway
            ? Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "expected an answer, found none"))
            : Optional.empty();
    issues.failWith(failure);
    forge.others().failWith(failure);
  }

  void shows(DelegatedWork.State state, Activity... activities) {
    shows("w-1", state, List.of(), activities);
  }

  /** An agent's session of that id, with links. */
  void shows(String uid, DelegatedWork.State state, List<String> links, Activity... activities) {
    issues.show(ISSUE, new DelegatedWork(uid, CURSOR, state, List.of(activities), links));
  }

  Activity said(String uid, Activity.Kind kind) {
    return new Activity(uid, kind, "text of " + uid, time.instant());
  }

  int opens(Account author, String branch, String title, boolean isDraft) {
    forge.others().push(branch, "c".repeat(40));
    return forge.others().open(author, new NewPullRequest(branch, "main", title, ""), isDraft);
  }
}
