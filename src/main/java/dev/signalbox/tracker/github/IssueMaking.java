package dev.signalbox.tracker.github;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.OwnComments;
import dev.signalbox.remote.http.github.Target;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes each issue once. GitHub takes no ids of its clients, so the key stands in the issue's text
 * and is looked for among our own issues first. Two who make one at the same moment both look
 * again, keep the older one and close the later as its duplicate.
 */
record IssueMaking(GitHubApi api, IssueNumbers numbers) {

  Outcome<IssueId> make(NoteKey key, NewIssue wanted) {
    return ours(key)
        .then(found ->
            found.isEmpty()
                ? api.make("create", "/issues", body(key, wanted)).then(made -> settle(key, made))
                : new Outcome.Done<>(found.getFirst()))
        .then(made -> adopt(made, wanted.parent()))
        .then(made -> GitHubJson.read(made, numbers::read));
  }

  /** Oldest first, so that only the last page changes when there is a new one. */
  private Outcome<List<JsonNode>> ours(NoteKey key) {
    return api.self().then(self -> ours(key, self));
  }

  private Outcome<List<JsonNode>> ours(NoteKey key, Self self) {
    String creator = Target.value(self.login());
    String below = "/issues?state=all&sort=created&direction=asc&per_page=100&creator=" + creator;
    return api.list("find", below)
        .map(all ->
            all.stream()
                .filter(each -> !each.has("pull_request"))
                .filter(each -> OwnComments.keyOf(each, self).equals(Optional.of(key.value())))
                .sorted(Comparator.comparingLong(each -> each.path("number").asLong()))
                .toList());
  }

  private static ObjectNode body(NoteKey key, NewIssue wanted) {
    ObjectNode body = GitHubJson.object();
    body.put("title", wanted.title());
    IssueText text = new IssueText(Optional.of(key.value()), List.of(), wanted.description());
    body.put("body", text.stored());
    body.set("labels", GitHubJson.texts(wanted.labels()));
    return body;
  }

  private Outcome<JsonNode> settle(NoteKey key, JsonNode made) {
    return ours(key)
        .then(all -> {
          for (JsonNode later : all.subList(Math.min(1, all.size()), all.size())) {
            Outcome<Nothing> closed = close(later, all.getFirst());
            if (closed instanceof Outcome.Failed<Nothing>(Failure failure)) {
              return new Outcome.Failed<>(failure);
            }
          }
          return new Outcome.Done<>(all.isEmpty() ? made : all.getFirst());
        });
  }

  private Outcome<Nothing> close(JsonNode later, JsonNode first) {
    if (GitHubJson.maybeText(later, "state").equals(Optional.of("closed"))) {
      return Outcome.done();
    }
    ObjectNode body = GitHubJson.object();
    body.put("state", "closed");
    body.put("state_reason", "duplicate");
    body.put("duplicate_issue_id", first.path("id").asLong());
    return api.change("create", "PATCH", "/issues/" + later.path("number").asLong(), body)
        .then(_ -> Outcome.done());
  }

  private Outcome<JsonNode> adopt(JsonNode made, Optional<IssueId> parent) {
    boolean isAdopted = made.path("parent_issue_url").isString();
    return parent.isEmpty() || isAdopted
        ? new Outcome.Done<>(made)
        : numbers.of(parent.get()).then(number -> adopt(made, number));
  }

  private Outcome<JsonNode> adopt(JsonNode made, int parent) {
    ObjectNode body = GitHubJson.object();
    body.put("sub_issue_id", made.path("id").asLong());
    Outcome<JsonNode> adopted =
        api.change("parent", "POST", "/issues/" + parent + "/sub_issues", body);
    return adopted instanceof Outcome.Failed<JsonNode>(Failure failure)
            && failure.kind() == Failure.Kind.REFUSED
        ? unlessAdopted(made, failure)
        : adopted.map(_ -> made);
  }

  /** Refused because an earlier try did it, whose answer never came. */
  private Outcome<JsonNode> unlessAdopted(JsonNode made, Failure failure) {
    return api.get("parent", "/issues/" + made.path("number").asLong())
        .then(now ->
            now.path("parent_issue_url").isString()
                ? new Outcome.Done<>(made)
                : new Outcome.Failed<>(failure));
  }
}
