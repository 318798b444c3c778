package dev.signalbox.forge.github;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.Head;
import dev.signalbox.forge.PullRequest.Size;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.PullRequest.Text;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads pull requests, alone or in lists; lists leave out their size. */
final class PullRequestJson {
  private PullRequestJson() {}

  static PullRequest read(JsonNode json) {
    return new PullRequest(
        (int) GitHubJson.number(json, "number"),
        GitHubJson.text(json, "html_url"),
        new Text(
            GitHubJson.text(json, "title"),
            GitHubJson.maybeText(json, "body").orElse(""),
            GitHubJson.labels(json)),
        head(json),
        state(json),
        new Size(lines(json, "additions"), lines(json, "deletions")),
        AccountJson.author(json));
  }

  private static Head head(JsonNode json) {
    JsonNode head = json.path("head");
    return new Head(
        GitHubJson.text(head, "ref"),
        GitHubJson.maybeText(head.path("repo"), "full_name"),
        GitHubJson.text(head, "sha"),
        GitHubJson.text(json.path("base"), "ref"));
  }

  private static State state(JsonNode json) {
    boolean isMerged = GitHubJson.maybeText(json, "merged_at").isPresent();
    boolean isOpen = GitHubJson.text(json, "state").equals("open");
    State.Kind kind = isMerged ? State.Kind.MERGED : isOpen ? State.Kind.OPEN : State.Kind.CLOSED;
    // Of one that is not merged it is a commit that GitHub made to try.
    Optional<String> commit =
        isMerged ? GitHubJson.maybeText(json, "merge_commit_sha") : Optional.empty();
    return new State(
        kind, GitHubJson.isTrue(json, "draft"), commit, GitHubJson.time(json, "updated_at"));
  }

  private static Optional<Integer> lines(JsonNode json, String name) {
    return GitHubJson.maybeNumber(json, name).map(Math::toIntExact);
  }
}
