package dev.signalbox.forge.github;

import dev.signalbox.forge.Checks;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What GraphQL tells of a pull request in one request, where REST needs one for each list: the
 * checks of its head, and whether there is anything in the lists of what was said.
 *
 * @param head the commit that the checks are of
 * @param checks empty where there are more than one answer holds
 */
record Glance(String head, Optional<Checks> checks, boolean isReviewed, boolean isReactedTo) {
  private static final String QUESTION =
      """
      query ($owner: String!, $name: String!, $number: Int!) {
        repository(owner: $owner, name: $name) {
          pullRequest(number: $number) {
            reviews { totalCount }
            reactions { totalCount }
            commits(last: 1) {
              nodes {
                commit {
                  oid
                  statusCheckRollup {
                    contexts(first: 100) {
                      pageInfo { hasNextPage }
                      nodes {
                        __typename
                        ... on CheckRun {
                          databaseId name status conclusion permalink
                          checkSuite { app { slug } }
                        }
                        ... on StatusContext { context state targetUrl }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      """;

  static Outcome<Glance> at(GitHubApi api, int number) {
    ObjectNode variables = GitHubJson.object();
    variables.put("owner", api.repository().owner());
    variables.put("name", api.repository().name());
    variables.put("number", number);
    return api.ask("glance", QUESTION, variables)
        .then(data -> GitHubJson.read(data.at("/repository/pullRequest"), Glance::read));
  }

  private static Glance read(JsonNode pull) {
    JsonNode commit = pull.at("/commits/nodes/0/commit");
    JsonNode contexts = commit.at("/statusCheckRollup/contexts");
    return new Glance(
        GitHubJson.text(commit, "oid"),
        GitHubJson.isTrue(contexts.path("pageInfo"), "hasNextPage")
            ? Optional.empty()
            : Optional.of(checks(contexts.path("nodes"))),
        GitHubJson.number(pull.path("reviews"), "totalCount") > 0,
        GitHubJson.number(pull.path("reactions"), "totalCount") > 0);
  }

  private static Checks checks(JsonNode contexts) {
    List<JsonNode> runs = new ArrayList<>();
    List<JsonNode> statuses = new ArrayList<>();
    for (JsonNode each : contexts) {
      if (GitHubJson.text(each, "__typename").equals("StatusContext")) {
        statuses.add(status(each));
      } else {
        runs.add(run(each));
      }
    }
    return ChecksJson.read(runs, statuses);
  }

  /** In the form that REST has, whose words are GraphQL's in small letters. */
  private static JsonNode run(JsonNode node) {
    ObjectNode run = GitHubJson.object();
    run.set("id", node.path("databaseId"));
    run.put("name", GitHubJson.text(node, "name"));
    run.put("status", small(node, "status"));
    run.put("conclusion", small(node, "conclusion"));
    run.put("html_url", GitHubJson.maybeText(node, "permalink").orElse(""));
    run.set("app", node.at("/checkSuite/app"));
    return run;
  }

  private static JsonNode status(JsonNode node) {
    ObjectNode status = GitHubJson.object();
    status.put("context", GitHubJson.text(node, "context"));
    // REST has no word of its own for a status that is expected.
    status.put("state", small(node, "state").replace("expected", "pending"));
    status.put("target_url", GitHubJson.maybeText(node, "targetUrl").orElse(""));
    return status;
  }

  private static String small(JsonNode node, String name) {
    return GitHubJson.maybeText(node, name).orElse("").toLowerCase(Locale.ROOT);
  }
}
