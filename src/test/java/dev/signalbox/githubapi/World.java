package dev.signalbox.githubapi;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What is there on the fake: one repository, its accounts, issues, pull requests and checks. */
final class World {
  static final String OWNER = "acme";
  static final String NAME = "shop";
  static final String FULL_NAME = OWNER + "/" + NAME;

  final GitStore git;
  final Map<String, FakeAccount> accounts = new HashMap<>();
  final TreeMap<Integer, FakeIssue> issues = new TreeMap<>();
  final Map<String, List<ObjectNode>> checkRuns = new HashMap<>();
  final Map<String, List<ObjectNode>> statuses = new HashMap<>();
  final Set<String> requiredChecks = new HashSet<>();
  boolean isPrivate;
  private long ids = 1_000;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  World(Path folder) {
    git = new GitStore(folder);
  }

  /** The time, which moves on by a second whenever something happens. */
  Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  /** The time is that now. */
  void turnTo(Instant time) {
    now = time;
  }

  long nextId() {
    ids++;
    return ids;
  }

  Optional<FakeAccount> account(String login) {
    return Optional.ofNullable(accounts.get(login.toLowerCase(Locale.ROOT)));
  }

  void add(FakeAccount account) {
    accounts.put(account.login().toLowerCase(Locale.ROOT), account);
  }

  FakeIssue newIssue(FakeAccount author) {
    int number = issues.isEmpty() ? 1 : issues.lastKey() + 1;
    FakeIssue made = new FakeIssue(number, nextId(), author, tick());
    issues.put(number, made);
    return made;
  }

  Optional<FakeIssue> byId(long id) {
    return issues.values().stream().filter(issue -> issue.id == id).findFirst();
  }

  /** The pull request's issue, its head moved to where the branch is. */
  Optional<FakeIssue> pull(int number) {
    Optional<FakeIssue> found =
        Optional.ofNullable(issues.get(number)).filter(issue -> issue.pull.isPresent());
    found.ifPresent(this::follow);
    return found;
  }

  private void follow(FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    Optional<String> tip = git.tip(pull.branch);
    if (!issue.isClosed && tip.isPresent() && !tip.get().equals(pull.head)) {
      pull.head = tip.get();
      issue.updated = tick();
    }
  }

  List<FakeIssue> pulls() {
    return issues.keySet().stream().flatMap(number -> pull(number).stream()).toList();
  }

  /** Closes the thread that a remark began. */
  void resolve(long first) {
    pulls().stream()
        .flatMap(issue -> issue.pull.stream())
        .forEach(pull ->
            pull.lines.computeIfPresent(
                first, (_, line) -> line.at(line.spot().resolved(), tick())));
  }

  void note(FakeIssue issue, String event, FakeAccount actor, Optional<String> detail) {
    issue.updated = tick();
    issue.events.add(new FakeIssue.Event(nextId(), event, actor, detail, issue.updated));
  }

  /** Replaces the labels, and notes each that came or went. */
  void label(FakeIssue issue, Set<String> labels, FakeAccount actor) {
    for (String label : List.copyOf(issue.labels)) {
      if (!labels.contains(label)) {
        issue.labels.remove(label);
        note(issue, "unlabeled", actor, Optional.of(label));
      }
    }
    for (String label : labels) {
      if (issue.labels.add(label)) {
        note(issue, "labeled", actor, Optional.of(label));
      }
    }
  }

  /** Opens or closes; the same again changes nothing. */
  void turn(FakeIssue issue, boolean isClosed, Optional<String> reason, FakeAccount actor) {
    if (issue.isClosed != isClosed) {
      issue.isClosed = isClosed;
      issue.stateReason = isClosed ? reason : Optional.of("reopened");
      note(issue, isClosed ? "closed" : "reopened", actor, isClosed ? reason : Optional.empty());
    }
  }

  /** Which of the required checks are not passed on that commit. */
  List<String> lacking(String commit) {
    List<String> lacking = new ArrayList<>(requiredChecks.stream().sorted().toList());
    for (ObjectNode run : checkRuns.getOrDefault(commit, List.of())) {
      if (run.path("conclusion").asString("").equals("success")) {
        lacking.remove(run.path("name").asString());
      }
    }
    return lacking;
  }
}
