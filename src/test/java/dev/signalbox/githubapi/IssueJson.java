package dev.signalbox.githubapi;

import dev.signalbox.githubapi.FakeIssue.Event;
import dev.signalbox.githubapi.FakeIssue.Note;
import dev.signalbox.githubapi.FakeIssue.Reaction;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Issues as GitHub shows them, as far as the fake knows them. */
record IssueJson(World world) {
  static final String API = "https://api.github.test/repos/" + World.FULL_NAME;
  static final String PAGE = "https://github.test/" + World.FULL_NAME;

  ObjectNode issue(FakeIssue issue) {
    ObjectNode made =
        Json.object(
            "id",
            issue.id,
            "number",
            issue.number,
            "title",
            issue.title,
            "body",
            issue.body.isEmpty() ? Optional.empty() : issue.body,
            "state",
            issue.isClosed ? "closed" : "open",
            "state_reason",
            issue.stateReason,
            "user",
            issue.author.json(),
            "labels",
            issue.labels.stream().map(IssueJson::label).toList(),
            "milestone",
            issue.milestone.map(IssueJson::milestone),
            "assignees",
            issue.assignees.stream().map(FakeAccount::json).toList(),
            "assignee",
            issue.assignees.stream().findFirst().map(FakeAccount::json),
            "comments",
            issue.notes.size(),
            "created_at",
            issue.created,
            "updated_at",
            issue.updated,
            "html_url",
            PAGE + "/issues/" + issue.number,
            "url",
            API + "/issues/" + issue.number,
            "repository_url",
            API,
            "parent_issue_url",
            issue.parent.map(number -> API + "/issues/" + number),
            "sub_issues_summary",
            childrenOf(issue),
            "issue_dependencies_summary",
            dependenciesOf(issue));
    if (issue.pull.isPresent()) {
      made.set("pull_request", Json.object("url", API + "/pulls/" + issue.number));
    }
    return made;
  }

  private ObjectNode childrenOf(FakeIssue issue) {
    long over = issue.children.stream().filter(this::isClosed).count();
    return Json.object("total", issue.children.size(), "completed", over);
  }

  private ObjectNode dependenciesOf(FakeIssue issue) {
    List<FakeIssue> blocked = blockedBy(issue);
    return Json.object(
        "blocked_by",
        issue.blockedBy.stream().filter(number -> !isClosed(number)).count(),
        "total_blocked_by",
        issue.blockedBy.size(),
        "blocking",
        issue.isClosed ? 0 : blocked.size(),
        "total_blocking",
        blocked.size());
  }

  List<FakeIssue> blockedBy(FakeIssue issue) {
    return world.issues.values().stream()
        .filter(other -> other.blockedBy.contains(issue.number))
        .toList();
  }

  private boolean isClosed(int number) {
    return Optional.ofNullable(world.issues.get(number))
        .filter(found -> found.isClosed)
        .isPresent();
  }

  private static ObjectNode milestone(String title) {
    return Json.object("number", 1, "title", title, "state", "open");
  }

  static ObjectNode label(String name) {
    return Json.object("name", name, "color", "ededed");
  }

  static ObjectNode note(FakeIssue issue, Note note) {
    return Json.object(
        "id", note.id(),
        "body", note.body(),
        "user", note.author().json(),
        "performed_via_github_app", note.author().appJson(),
        "created_at", note.created(),
        "updated_at", note.updated(),
        "issue_url", API + "/issues/" + issue.number,
        "html_url", PAGE + "/issues/" + issue.number + "#issuecomment-" + note.id());
  }

  static ObjectNode reaction(Reaction reaction) {
    return Json.object(
        "id",
        reaction.id(),
        "content",
        reaction.content(),
        "user",
        reaction.author().json(),
        "created_at",
        reaction.created());
  }

  static ObjectNode event(Event event) {
    ObjectNode made =
        Json.object(
            "id", event.id(),
            "event", event.name(),
            "actor", event.actor().json(),
            "performed_via_github_app", event.actor().appJson(),
            "created_at", event.at());
    if (event.name().endsWith("labeled")) {
      made.set("label", Json.object("name", event.detail().orElse(""), "color", "ededed"));
    } else {
      made.set("state_reason", Json.object("", event.detail()).path(""));
    }
    return made;
  }
}
