package dev.signalbox.tracker.github;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads issues with what they are tied to; asks for ties only where an issue says it has any. */
record IssueReading(GitHubApi api, StatusLabels labels, IssueNumbers numbers) {

  /** Sub-issues and dependencies of one issue, as GitHub answers them. */
  private record Tied(List<JsonNode> children, List<JsonNode> before, List<JsonNode> after) {}

  Outcome<JsonNode> raw(int number) {
    return api.get("issue", "/issues/" + number);
  }

  Outcome<Issue> whole(JsonNode issue) {
    String below = "/issues/" + issue.path("number").asLong();
    String blockers = below + "/dependencies/blocked_by?per_page=100";
    String blocked = below + "/dependencies/blocking?per_page=100";
    JsonNode counts = issue.path("issue_dependencies_summary");
    return listIf(issue.path("sub_issues_summary").path("total"), children(below))
        .then(children ->
            listIf(counts.path("total_blocked_by"), blockers)
                .then(before ->
                    listIf(counts.path("total_blocking"), blocked)
                        .map(after -> new Tied(children, before, after))))
        .then(tied -> api.self().then(self -> GitHubJson.attempt(() -> issue(issue, tied, self))));
  }

  private static String children(String below) {
    return below + "/sub_issues?per_page=100";
  }

  private Outcome<List<JsonNode>> listIf(JsonNode count, String below) {
    return count.asLong(0) > 0 ? api.list("ties", below) : new Outcome.Done<>(List.of());
  }

  Outcome<List<Issue>> childrenOf(int parent) {
    return api.list("children", children("/issues/" + parent)).then(this::wholes);
  }

  private Outcome<List<Issue>> wholes(List<JsonNode> issues) {
    List<Issue> read = new ArrayList<>();
    for (JsonNode issue : issues) {
      switch (whole(issue)) {
        case Outcome.Done<Issue>(Issue found) -> read.add(found);
        case Outcome.Failed<Issue>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
      }
    }
    return new Outcome.Done<>(read);
  }

  private Issue issue(JsonNode json, Tied tied, Self self) {
    IssueText text = IssueText.read(json, self);
    return new Issue(
        numbers.read(json),
        String.valueOf(GitHubJson.number(json, "id")),
        GitHubJson.text(json, "html_url"),
        new Issue.Text(GitHubJson.text(json, "title"), text.description(), text.attachments()),
        new Issue.Standing(labels.read(json), owners(json), GitHubJson.time(json, "updated_at")),
        ties(json, tied),
        GitHubJson.labels(json));
  }

  private Issue.Ties ties(JsonNode json, Tied tied) {
    Optional<IssueId> parent = GitHubJson.maybeText(json, "parent_issue_url").map(numbers::at);
    List<Relation> relations = new ArrayList<>();
    tied.before().forEach(each -> relations.add(relation(Relation.Kind.BLOCKED_BY, each)));
    tied.after().forEach(each -> relations.add(relation(Relation.Kind.BLOCKS, each)));
    return new Issue.Ties(parent, tied.children().stream().map(numbers::read).toList(), relations);
  }

  private Relation relation(Relation.Kind kind, JsonNode other) {
    return new Relation(kind, numbers.read(other), labels.read(other));
  }

  /** GitHub has assignees only; one that is an app is an agent that the issue was handed to. */
  private static Owners owners(JsonNode json) {
    List<Actor> all = json.path("assignees").valueStream().map(IssueReading::actor).toList();
    return new Owners(
        all.stream().filter(each -> !each.isBot()).findFirst(),
        all.stream().filter(Actor::isBot).findFirst());
  }

  static Actor actor(JsonNode user) {
    return new Actor(
        String.valueOf(GitHubJson.number(user, "id")),
        bare(GitHubJson.text(user, "login")),
        GitHubJson.text(user, "type").equals("Bot"));
  }

  static Actor actor(Self self) {
    return new Actor(
        String.valueOf(self.id()), bare(self.login()), !bare(self.login()).equals(self.login()));
  }

  /** GitHub writes the suffix in some answers only. */
  private static String bare(String login) {
    return login.replaceFirst("\\[bot\\]$", "");
  }
}
