package dev.signalbox.forge.github;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Checks.Check;
import dev.signalbox.forge.Checks.Result;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads check runs and commit statuses. */
final class ChecksJson {
  private ChecksJson() {}

  /** The latest run of each name and app, by GitHub's number, and the latest of each status. */
  static Checks read(List<JsonNode> runs, List<JsonNode> statuses) {
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (JsonNode run : runs) {
      latest.merge(appOf(run) + "\n" + GitHubJson.text(run, "name"), run, ChecksJson::later);
    }
    for (JsonNode status : statuses) {
      latest.merge("\n\n" + GitHubJson.text(status, "context"), status, ChecksJson::later);
    }
    return new Checks(latest.values().stream().map(ChecksJson::check).toList());
  }

  private static JsonNode later(JsonNode one, JsonNode other) {
    return GitHubJson.number(one, "id") > GitHubJson.number(other, "id") ? one : other;
  }

  private static String appOf(JsonNode run) {
    return GitHubJson.maybeText(run.path("app"), "slug").orElse("");
  }

  private static Check check(JsonNode json) {
    if (json.has("context")) {
      Result result =
          switch (GitHubJson.text(json, "state")) {
            case "success" -> Result.PASSED;
            case "pending" -> Result.PENDING;
            default -> Result.FAILED;
          };
      String url = GitHubJson.maybeText(json, "target_url").orElse("");
      return new Check(GitHubJson.text(json, "context"), "", result, url);
    }
    String url = GitHubJson.maybeText(json, "html_url").orElse("");
    return new Check(GitHubJson.text(json, "name"), appOf(json), resultOf(json), url);
  }

  /** What GitHub may invent later counts as failed: nothing passes by a word nobody knows. */
  private static Result resultOf(JsonNode run) {
    if (!GitHubJson.text(run, "status").equals("completed")) {
      return Result.PENDING;
    }
    return switch (GitHubJson.maybeText(run, "conclusion").orElse("")) {
      case "success" -> Result.PASSED;
      case "neutral", "skipped" -> Result.NEUTRAL;
      default -> Result.FAILED;
    };
  }
}
