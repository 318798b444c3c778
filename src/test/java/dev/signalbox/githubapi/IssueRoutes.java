package dev.signalbox.githubapi;

import dev.signalbox.githubapi.FakeIssue.Note;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What is answered about issues, and about pull requests where GitHub takes them for issues. */
record IssueRoutes(World world, IssueJson json) {
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String ISSUE = REPOSITORY + "/issues/{issue_number}";
  private static final String NOTE = REPOSITORY + "/issues/comments/{comment_id}";

  void addTo(Map<String, Function<Call, Answer>> routes) {
    routes.put("GET " + REPOSITORY + "/issues", this::list);
    routes.put("POST " + REPOSITORY + "/issues", this::create);
    routes.put("GET " + ISSUE, call -> with(call, issue -> Answer.ok(json.issue(issue))));
    routes.put("PATCH " + ISSUE, call -> with(call, issue -> change(call, issue)));
    routes.put("GET " + ISSUE + "/comments", call -> with(call, IssueRoutes::notes));
    routes.put("POST " + ISSUE + "/comments", call -> with(call, issue -> say(call, issue)));
    routes.put("PATCH " + NOTE, this::rewrite);
    routes.put("DELETE " + NOTE, this::remove);
    routes.put("GET " + ISSUE + "/reactions", call -> with(call, IssueRoutes::reactions));
    routes.put("GET " + ISSUE + "/labels", call -> with(call, IssueRoutes::labels));
    routes.put("POST " + ISSUE + "/labels", call -> with(call, issue -> label(call, issue)));
    routes.put(
        "DELETE " + ISSUE + "/labels/{name}", call -> with(call, issue -> unlabel(call, issue)));
    routes.put("GET " + ISSUE + "/sub_issues", call -> with(call, this::children));
    routes.put("POST " + ISSUE + "/sub_issues", call -> with(call, i -> adopt(call, i)));
    routes.put("GET " + ISSUE + "/dependencies/blocked_by", call -> with(call, this::blockers));
    routes.put(
        "POST " + ISSUE + "/dependencies/blocked_by", call -> with(call, i -> block(call, i)));
    routes.put("GET " + ISSUE + "/dependencies/blocking", call -> with(call, this::blocked));
    routes.put("GET " + ISSUE + "/timeline", call -> with(call, IssueRoutes::timeline));
  }

  private Answer with(Call call, Function<FakeIssue, Answer> answer) {
    int number = call.number("issue_number");
    Optional<FakeIssue> found =
        world.pull(number).or(() -> Optional.ofNullable(world.issues.get(number)));
    return found.map(answer).orElseGet(Answer::missing);
  }

  private Answer list(Call call) {
    String state = call.query().getOrDefault("state", "open");
    Optional<String> creator = Optional.ofNullable(call.query().get("creator"));
    boolean isRising = call.query().getOrDefault("direction", "desc").equals("asc");
    List<JsonNode> found =
        (isRising ? world.issues : world.issues.descendingMap())
            .values().stream()
                .filter(issue -> state.equals("all") || state.equals("closed") == issue.isClosed)
                .filter(issue -> creator.isEmpty() || creator.get().equals(issue.author.login()))
                .map(issue -> (JsonNode) json.issue(issue))
                .toList();
    return Answer.list(found);
  }

  private Answer create(Call call) {
    FakeIssue made = world.newIssue(call.caller());
    made.title = call.text("title").orElse("");
    made.body = call.text("body").orElse("");
    world.label(made, Set.copyOf(Json.texts(call.body().path("labels"))), call.caller());
    return Answer.created(json.issue(made));
  }

  private Answer change(Call call, FakeIssue issue) {
    JsonNode body = call.body();
    for (String login : Json.texts(body.path("assignees"))) {
      if (!mayBeAssigned(login)) {
        return Answer.invalid("Issue", "assignees", "invalid", "cannot be assigned: " + login);
      }
    }
    issue.title = call.text("title").orElse(issue.title);
    issue.body = call.text("body").orElse(issue.body);
    issue.updated = world.tick();
    if (body.has("labels")) {
      world.label(issue, new LinkedHashSet<>(Json.texts(body.path("labels"))), call.caller());
    }
    if (body.has("assignees")) {
      issue.assignees.clear();
      Json.texts(body.path("assignees"))
          .forEach(login -> issue.assignees.add(listed(world.account(login).orElseThrow())));
    }
    if (body.has("state")) {
      boolean isClosed = body.path("state").asString().equals("closed");
      Optional<String> reason = call.text("state_reason").or(() -> Optional.of("completed"));
      if (isClosed && issue.isClosed) {
        issue.stateReason = reason;
      }
      world.turn(issue, isClosed, reason, call.caller());
    }
    return Answer.ok(json.issue(issue));
  }

  private static FakeAccount listed(FakeAccount account) {
    return account.equals(FakeGitHub.COPILOT_AGENT)
        ? FakeAccount.bot(account.id(), "Copilot", "copilot-swe-agent")
        : account;
  }

  private boolean mayBeAssigned(String login) {
    return world
        .account(login)
        .filter(account -> account.app().isPresent() || account.mayWrite())
        .isPresent();
  }

  private static Answer notes(FakeIssue issue) {
    return Answer.list(
        issue.notes.values().stream().map(note -> IssueJson.note(issue, note)).toList());
  }

  private Answer say(Call call, FakeIssue issue) {
    issue.updated = world.tick();
    String body = call.text("body").orElseThrow();
    Note made = new Note(world.nextId(), call.caller(), body, issue.updated, issue.updated);
    issue.notes.put(made.id(), made);
    return Answer.created(IssueJson.note(issue, made));
  }

  private Answer rewrite(Call call) {
    long id = call.id("comment_id");
    for (FakeIssue issue : world.issues.values()) {
      Note old = issue.notes.get(id);
      if (old != null) {
        issue.updated = world.tick();
        String body = call.text("body").orElseThrow();
        Note changed = new Note(id, old.author(), body, old.created(), issue.updated);
        issue.notes.put(id, changed);
        return Answer.ok(IssueJson.note(issue, changed));
      }
    }
    return Answer.missing();
  }

  private Answer remove(Call call) {
    for (FakeIssue issue : world.issues.values()) {
      if (issue.notes.remove(call.id("comment_id")) != null) {
        issue.updated = world.tick();
        return Answer.nothing();
      }
    }
    return Answer.missing();
  }

  private static Answer reactions(FakeIssue issue) {
    return Answer.list(issue.reactions.stream().map(IssueJson::reaction).toList());
  }

  private static Answer labels(FakeIssue issue) {
    return Answer.list(issue.labels.stream().map(IssueJson::label).toList());
  }

  private Answer label(Call call, FakeIssue issue) {
    Set<String> labels = new LinkedHashSet<>(issue.labels);
    labels.addAll(Json.texts(call.body().path("labels")));
    world.label(issue, labels, call.caller());
    return labels(issue);
  }

  private Answer unlabel(Call call, FakeIssue issue) {
    Set<String> labels = new LinkedHashSet<>(issue.labels);
    if (!labels.remove(call.at("name"))) {
      return Answer.refused(404, "Label does not exist");
    }
    world.label(issue, labels, call.caller());
    return labels(issue);
  }

  private Answer issues(List<Integer> numbers) {
    return Answer.list(
        numbers.stream()
            .flatMap(n -> Optional.ofNullable(world.issues.get(n)).stream())
            .map(json::issue)
            .toList());
  }

  private Answer children(FakeIssue issue) {
    return issues(issue.children);
  }

  private Answer adopt(Call call, FakeIssue parent) {
    Optional<FakeIssue> child = world.byId(call.body().path("sub_issue_id").asLong());
    if (child.isEmpty()) {
      return Answer.refused(404, "The provided sub-issue does not exist");
    }
    if (child.get().parent.isPresent()) {
      return Answer.invalid(
          "Issue", "sub_issue_id", "invalid", "Sub issue may only have one parent");
    }
    child.get().parent = Optional.of(parent.number);
    parent.children.add(child.get().number);
    return Answer.created(json.issue(parent));
  }

  private Answer blockers(FakeIssue issue) {
    return issues(issue.blockedBy);
  }

  private Answer blocked(FakeIssue issue) {
    return Answer.list(json.blockedBy(issue).stream().map(json::issue).toList());
  }

  private Answer block(Call call, FakeIssue issue) {
    Optional<FakeIssue> first = world.byId(call.body().path("issue_id").asLong());
    if (first.isEmpty()) {
      return Answer.missing();
    }
    if (issue.blockedBy.contains(first.get().number)) {
      return Answer.invalid("Issue", "issue_id", "invalid", "Target issue has already been taken");
    }
    issue.blockedBy.add(first.get().number);
    return Answer.created(json.issue(first.get()));
  }

  private static Answer timeline(FakeIssue issue) {
    return Answer.list(issue.events.stream().map(IssueJson::event).toList());
  }
}
