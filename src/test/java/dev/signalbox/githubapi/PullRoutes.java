package dev.signalbox.githubapi;

import dev.signalbox.githubapi.FakePull.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What is answered about pull requests. */
record PullRoutes(World world, PullJson json) {
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String PULL = REPOSITORY + "/pulls/{pull_number}";

  /** Logins that GitHub takes without a word and without doing anything. */
  private static final List<String> DEAF = List.of("Copilot", "copilot-pull-request-reviewer");

  void addTo(Map<String, Function<Call, Answer>> routes) {
    routes.put("GET " + REPOSITORY + "/pulls", this::list);
    routes.put("POST " + REPOSITORY + "/pulls", this::open);
    routes.put("GET " + PULL, call -> with(call, issue -> Answer.ok(json.full(issue))));
    routes.put("PATCH " + PULL, call -> with(call, issue -> change(call, issue)));
    routes.put("PUT " + PULL + "/merge", call -> with(call, issue -> merge(call, issue)));
    routes.put("GET " + PULL + "/reviews", call -> with(call, PullRoutes::reviews));
    routes.put("GET " + PULL + "/files", call -> with(call, this::files));
    routes.put("GET " + PULL + "/comments", call -> with(call, PullRoutes::lines));
    routes.put(
        "POST " + PULL + "/comments/{comment_id}/replies",
        call -> with(call, issue -> reply(call, issue)));
    routes.put("PATCH " + REPOSITORY + "/pulls/comments/{comment_id}", this::rewrite);
    routes.put("POST " + PULL + "/requested_reviewers", call -> with(call, i -> ask(call, i)));
    routes.put("GET " + PULL + "/requested_reviewers", call -> with(call, PullRoutes::asked));
    routes.put("GET " + REPOSITORY + "/commits/{ref}/check-runs", this::checkRuns);
    routes.put("GET " + REPOSITORY + "/commits/{ref}/status", this::status);
  }

  private Answer with(Call call, Function<FakeIssue, Answer> answer) {
    return world.pull(call.number("pull_number")).map(answer).orElseGet(Answer::missing);
  }

  private Answer list(Call call) {
    String state = call.query().getOrDefault("state", "open");
    Optional<String> head = Optional.ofNullable(call.query().get("head"));
    Comparator<FakeIssue> order =
        call.query().getOrDefault("sort", "created").equals("updated")
            ? Comparator.comparing(issue -> issue.updated)
            : Comparator.comparing(issue -> issue.created);
    boolean isRising = call.query().getOrDefault("direction", "desc").equals("asc");
    List<FakeIssue> found =
        world.pulls().stream()
            .filter(issue -> state.equals("all") || state.equals("closed") == issue.isClosed)
            .filter(issue -> head.isEmpty() || head.get().equals(headOf(issue)))
            .sorted(isRising ? order : order.reversed())
            .toList();
    return Answer.list(json.simple(found));
  }

  private static String headOf(FakeIssue issue) {
    return World.OWNER + ":" + issue.pull.orElseThrow().branch;
  }

  private Answer open(Call call) {
    String branch = call.text("head").orElseThrow();
    String base = call.text("base").orElseThrow();
    Optional<String> tip = world.git.tip(branch);
    if (tip.isEmpty() || world.git.tip(base).isEmpty()) {
      return Answer.invalid("PullRequest", tip.isEmpty() ? "head" : "base", "invalid", "invalid");
    }
    boolean isThere =
        world.pulls().stream()
            .anyMatch(issue -> !issue.isClosed && issue.pull.orElseThrow().branch.equals(branch));
    if (isThere || !world.git.isAhead(tip.get(), base)) {
      String message =
          isThere
              ? "A pull request already exists for " + World.OWNER + ":" + branch + "."
              : "No commits between " + base + " and " + branch;
      return Answer.invalid("PullRequest", "base", "custom", message);
    }
    FakeIssue made = world.newIssue(call.caller());
    made.title = call.text("title").orElse("");
    made.body = call.text("body").orElse("");
    made.pull = Optional.of(new FakePull(branch, base, tip.get()));
    return Answer.created(json.full(made));
  }

  private Answer change(Call call, FakeIssue issue) {
    issue.title = call.text("title").orElse(issue.title);
    issue.body = call.text("body").orElse(issue.body);
    FakePull pull = issue.pull.orElseThrow();
    pull.base = call.text("base").orElse(pull.base);
    issue.updated = world.tick();
    if (call.text("state").isPresent()) {
      boolean isClosed = call.text("state").get().equals("closed");
      world.turn(issue, isClosed, Optional.empty(), call.caller());
    }
    return Answer.ok(json.full(issue));
  }

  private Answer merge(Call call, FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    Optional<String> expected = call.text("sha");
    if (issue.isClosed) {
      return Answer.refused(405, "Pull Request is not mergeable");
    }
    if (pull.isDraft) {
      return Answer.refused(405, "Pull Request is still a draft");
    }
    if (expected.isPresent() && !expected.get().equals(pull.head)) {
      return Answer.refused(409, "Head branch was modified. Review and try the merge again.");
    }
    List<String> lacking = world.lacking(pull.head);
    if (!lacking.isEmpty()) {
      return Answer.refused(
          405, "Required status check \"" + lacking.getFirst() + "\" is expected.");
    }
    String message =
        call.text("commit_title").orElse("Merge pull request #" + issue.number)
            + "\n\n"
            + call.text("commit_message").orElse(issue.title);
    Optional<String> commit = world.git.merge(pull.head, pull.base, message);
    if (commit.isEmpty()) {
      return Answer.refused(405, "Pull Request is not mergeable");
    }
    pull.mergeCommit = commit;
    pull.merged = Optional.of(world.tick());
    world.turn(issue, true, Optional.empty(), call.caller());
    return Answer.ok(
        Json.object("sha", commit, "merged", true, "message", "Pull Request successfully merged"));
  }

  private Answer files(FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    return Answer.list(
        world.git.changed(pull.base, pull.head).stream().map(PullJson::file).toList());
  }

  private static Answer reviews(FakeIssue issue) {
    return Answer.list(
        issue.pull.orElseThrow().reviews.values().stream().map(PullJson::review).toList());
  }

  private static Answer lines(FakeIssue issue) {
    return Answer.list(
        issue.pull.orElseThrow().lines.values().stream().map(PullJson::line).toList());
  }

  private Answer reply(Call call, FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    Line first = pull.lines.get(call.id("comment_id"));
    if (first == null) {
      return Answer.missing();
    }
    if (first.answers().isPresent()) {
      return Answer.invalid("PullRequestReviewComment", "in_reply_to", "invalid", "no reply");
    }
    Line made =
        new Line(
            world.nextId(),
            call.caller(),
            call.text("body").orElseThrow(),
            first.spot(),
            Optional.of(first.id()),
            world.tick(),
            world.tick());
    pull.lines.put(made.id(), made);
    return Answer.created(PullJson.line(made));
  }

  private Answer rewrite(Call call) {
    long id = call.id("comment_id");
    for (FakeIssue issue : world.pulls()) {
      Line old = issue.pull.orElseThrow().lines.get(id);
      if (old != null) {
        String body = call.text("body").orElseThrow();
        Line changed =
            new Line(
                id, old.author(), body, old.spot(), old.answers(), old.created(), world.tick());
        issue.pull.orElseThrow().lines.put(id, changed);
        return Answer.ok(PullJson.line(changed));
      }
    }
    return Answer.missing();
  }

  private Answer ask(Call call, FakeIssue issue) {
    FakePull pull = issue.pull.orElseThrow();
    for (String login : Json.texts(call.body().path("reviewers"))) {
      Optional<FakeAccount> asked =
          login.equals(FakeGitHub.COPILOT_REVIEWER.login())
              ? Optional.of(FakeGitHub.COPILOT)
              : world.account(login).filter(account -> !account.isStranger());
      if (asked.isEmpty() && !DEAF.contains(login)) {
        return Answer.refused(422, "Reviews may only be requested from collaborators.");
      }
      asked.filter(account -> !pull.requested.contains(account)).ifPresent(pull.requested::add);
    }
    issue.updated = world.tick();
    return Answer.created(json.simple(issue));
  }

  private static Answer asked(FakeIssue issue) {
    return Answer.ok(
        Json.object(
            "users",
            issue.pull.orElseThrow().requested.stream().map(FakeAccount::json).toList(),
            "teams",
            List.of()));
  }

  private Answer checkRuns(Call call) {
    List<ObjectNode> runs = world.checkRuns.getOrDefault(call.at("ref"), List.of());
    return Answer.list(Json.object("total_count", runs.size()), "check_runs", runs);
  }

  private Answer status(Call call) {
    List<ObjectNode> all = world.statuses.getOrDefault(call.at("ref"), List.of());
    ObjectNode frame =
        Json.object("sha", call.at("ref"), "state", "pending", "total_count", all.size());
    return Answer.list(frame, "statuses", all);
  }
}
