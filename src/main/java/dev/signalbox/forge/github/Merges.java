package dev.signalbox.forge.github;

import dev.signalbox.forge.Merging;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State.Kind;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges pull requests, and finds out what a refusal means. */
record Merges(GitHubApi api) {

  Outcome<Merging> merge(int number, String head, String message) {
    String[] parts = message.split("\n", 2);
    ObjectNode body = GitHubJson.object();
    body.put("sha", head);
    body.put("merge_method", "merge");
    body.put("commit_title", parts[0]);
    body.put("commit_message", parts.length > 1 ? parts[1].strip() : "");
    Outcome<JsonNode> merged = api.change("merge", "PUT", "/pulls/" + number + "/merge", body);
    return switch (merged) {
      case Outcome.Done<JsonNode>(JsonNode json) ->
          GitHubJson.read(json, it -> new Merging.Merged(GitHubJson.text(it, "sha")));
      case Outcome.Failed<JsonNode>(Failure failure) -> explain(number, head, failure);
    };
  }

  /** Refused because it is merged already, because the head is another, or for good reason. */
  private Outcome<Merging> explain(int number, String head, Failure failure) {
    return switch (failure.kind()) {
      case REFUSED, CONFLICTING ->
          new PullRequests(api).read(number).then(found -> explain(found, head, failure));
      case ABSENT,
          UNAUTHENTICATED,
          FORBIDDEN,
          RATE_LIMITED,
          UNREACHABLE,
          UNINTELLIGIBLE,
          BUDGET_SPENT ->
          new Outcome.Failed<>(failure);
    };
  }

  private static Outcome<Merging> explain(PullRequest found, String head, Failure failure) {
    Optional<String> commit = found.state().mergeCommit();
    if (found.state().kind() == Kind.MERGED && commit.isPresent()) {
      return new Outcome.Done<>(new Merging.Merged(commit.get()));
    }
    if (!found.head().commit().equals(head)) {
      return new Outcome.Done<>(new Merging.HeadMoved(found.head().commit()));
    }
    return failure.kind() == Failure.Kind.CONFLICTING
        ? new Outcome.Failed<>(failure)
        : new Outcome.Done<>(new Merging.Refused(wordsIn(failure.reason())));
  }

  /** GitHub's own words, without ours before them. */
  private static String wordsIn(String reason) {
    return reason.replaceFirst("^expected an answer, found status [0-9]+: ", "");
  }
}
