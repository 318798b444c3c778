package dev.signalbox.githubapi;

import dev.signalbox.githubapi.FakePull.Line;
import dev.signalbox.githubapi.FakePull.Review;
import dev.signalbox.githubapi.FakePull.Spot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What people, apps and git do on the fake while Signalbox looks on. */
public final class Neighbours {
  private final FakeGitHub github;
  private final World world;

  Neighbours(FakeGitHub github, World world) {
    this.github = github;
    this.world = world;
  }

  private <T> T alone(Supplier<T> work) {
    synchronized (github) {
      return work.get();
    }
  }

  /** Pushes one file to a branch, which begins at {@code main}; the new tip. */
  public String push(String branch, String path, String text) {
    return alone(() -> world.git.put(branch, path, text));
  }

  /** Pushes to a branch: files that are new, files under other paths, and files less. */
  public String restructure(
      String branch, List<String> added, Map<String, String> renamed, List<String> deleted) {
    return alone(() -> world.git.restructure(branch, added, renamed, deleted));
  }

  /** Where the branch is. */
  public String tip(String branch) {
    return alone(() -> world.git.tip(branch).orElseThrow());
  }

  /** The message of a commit. */
  public String message(String commit) {
    return alone(() -> world.git.message(commit));
  }

  /** Adds an account. */
  public void join(FakeAccount account) {
    alone(() -> {
      world.add(account);
      return account;
    });
  }

  /** Makes the repository private. */
  public void hide() {
    alone(() -> world.isPrivate = true);
  }

  /** Asks for a check before merging. */
  public void require(String check) {
    alone(() -> world.requiredChecks.add(check));
  }

  /**
   * Runs a check.
   *
   * @param conclusion such as {@code success}; empty while it runs
   */
  public void check(String commit, String name, String app, Optional<String> conclusion) {
    ObjectNode run =
        Json.object(
            "id",
            alone(world::nextId),
            "name",
            name,
            "head_sha",
            commit,
            "status",
            conclusion.isEmpty() ? "in_progress" : "completed",
            "conclusion",
            conclusion,
            "html_url",
            "https://github.test/acme/shop/runs/1",
            "app",
            Json.object("id", 1, "slug", app, "name", app));
    alone(() -> world.checkRuns.computeIfAbsent(commit, _ -> new ArrayList<>()).add(run));
  }

  /** Says how a commit stands in the older way. */
  public void status(String commit, String context, String state) {
    ObjectNode status = Json.object("id", alone(world::nextId), "context", context, "state", state);
    alone(() -> world.statuses.computeIfAbsent(commit, _ -> new ArrayList<>()).add(status));
  }

  /** Comments below an issue or a pull request. */
  public long comment(int number, FakeAccount author, String body) {
    return alone(() -> {
      FakeIssue issue = issue(number);
      issue.updated = world.tick();
      FakeIssue.Note note =
          new FakeIssue.Note(world.nextId(), author, body, issue.updated, issue.updated);
      issue.notes.put(note.id(), note);
      return note.id();
    });
  }

  /** Reviews a pull request. */
  public void review(int number, FakeAccount author, String state, String body) {
    alone(() -> {
      FakePull pull = pull(number);
      Review review = new Review(world.nextId(), author, state, body, pull.head, world.tick());
      return pull.reviews.put(review.id(), review);
    });
  }

  /** Remarks on a line of a pull request. */
  public long line(int number, FakeAccount author, String path, int line, String body) {
    return alone(() -> {
      FakePull pull = pull(number);
      Spot spot = new Spot(path, Optional.of(line), pull.head, pull.head, false);
      long id = world.nextId();
      pull.lines.put(
          id, new Line(id, author, body, spot, Optional.empty(), world.tick(), world.tick()));
      return id;
    });
  }

  /** What was answered in the thread that a remark began, earliest first. */
  public List<String> answers(int number, long line) {
    return alone(() ->
        pull(number).lines.values().stream()
            .filter(each -> each.answers().equals(Optional.of(line)))
            .map(Line::body)
            .toList());
  }

  /** Whether the thread that a remark began is closed. */
  public boolean isResolved(int number, long line) {
    return alone(() -> Optional.ofNullable(pull(number).lines.get(line)).orElseThrow())
        .spot()
        .isResolved();
  }

  /** Resolves the thread that a remark began; its line is gone and it is bound to the new head. */
  public void resolve(int number, long line) {
    alone(() -> {
      FakePull pull = pull(number);
      Line old = Optional.ofNullable(pull.lines.get(line)).orElseThrow();
      Spot spot = new Spot(old.spot().path(), Optional.empty(), old.spot().made(), pull.head, true);
      return pull.lines.put(
          line,
          new Line(
              line, old.author(), old.body(), spot, old.answers(), old.created(), old.updated()));
    });
  }

  /** Reacts to the pull request, of which GitHub tells nobody. */
  public void react(int number, FakeAccount author, String content) {
    alone(() ->
        issue(number)
            .reactions
            .add(new FakeIssue.Reaction(world.nextId(), author, content, world.tick())));
  }

  /** Sets the clock there. */
  public void turnTo(Instant time) {
    alone(() -> {
      world.turnTo(time);
      return time;
    });
  }

  /** Opens a pull request from a branch that was pushed; its number. */
  public int pull(FakeAccount author, String branch, String title, String body) {
    return alone(() -> {
      FakeIssue made = world.newIssue(author);
      made.title = title;
      made.body = body;
      made.pull = Optional.of(new FakePull(branch, "main", world.git.tip(branch).orElseThrow()));
      return made.number;
    });
  }

  /** Where people see a pull request. */
  public String url(int pull) {
    return IssueJson.PAGE + "/pull/" + pull;
  }

  /** A person links a pull request with an issue. */
  public void link(int pull, int issue) {
    alone(() -> pull(pull).linked.add(issue(issue).number));
  }

  /** Who is asked for a review of a pull request. */
  public List<String> asked(int number) {
    return alone(() -> pull(number).requested.stream().map(FakeAccount::login).toList());
  }

  /** Whether an issue or pull request is closed. */
  public boolean isClosed(int number) {
    return alone(() -> issue(number).isClosed);
  }

  /** How many pull requests were ever opened. */
  public int pulls() {
    return alone(() -> world.pulls().size());
  }

  /** The open pull request from a branch; empty where there is none. */
  public Optional<Integer> from(String branch) {
    return alone(() ->
        world.pulls().stream()
            .filter(issue -> !issue.isClosed && issue.pull.orElseThrow().branch.equals(branch))
            .map(issue -> issue.number)
            .findFirst());
  }

  /** Who an issue is assigned to, and its labels. */
  public List<String> marks(int number) {
    return alone(() ->
        Stream.concat(
                issue(number).assignees.stream().map(FakeAccount::login),
                issue(number).labels.stream())
            .toList());
  }

  /** Opens an issue; its number. */
  public int issue(FakeAccount author, String title, String body) {
    return alone(() -> {
      FakeIssue made = world.newIssue(author);
      made.title = title;
      made.body = body;
      return made.number;
    });
  }

  /** Closes or opens an issue. */
  public void turn(int number, FakeAccount actor, boolean isClosed, String reason) {
    alone(() -> {
      world.turn(issue(number), isClosed, Optional.of(reason), actor);
      return number;
    });
  }

  /** Puts an issue into a milestone. */
  public void milestone(int number, String title) {
    alone(() -> {
      issue(number).milestone = Optional.of(title);
      return number;
    });
  }

  /** Adds a label. */
  public void label(int number, FakeAccount actor, String label) {
    alone(() -> {
      Set<String> labels = new LinkedHashSet<>(issue(number).labels);
      labels.add(label);
      world.label(issue(number), labels, actor);
      return number;
    });
  }

  /** The text of an issue as it is stored. */
  public String body(int number) {
    return alone(() -> issue(number).body);
  }

  /** The comments as they are stored. */
  public List<String> comments(int number) {
    return alone(() -> issue(number).notes.values().stream().map(FakeIssue.Note::body).toList());
  }

  /** Whether there is an issue or pull request of that number. */
  public boolean isThere(int number) {
    return alone(() -> world.issues.containsKey(number));
  }

  private FakeIssue issue(int number) {
    return Optional.ofNullable(world.issues.get(number)).orElseThrow();
  }

  private FakePull pull(int number) {
    return world.pull(number).flatMap(issue -> issue.pull).orElseThrow();
  }
}
