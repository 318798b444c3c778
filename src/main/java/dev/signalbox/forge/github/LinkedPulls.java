package dev.signalbox.forge.github;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pull requests that GitHub shows beside an issue, under "Development": those that would close
 * it, and those that a person linked. GraphQL alone tells them; the timeline of REST tells of every
 * mention, and of a link not to what.
 */
record LinkedPulls(GitHubApi api) {
  /** The latest fifty: no issue that one agent works on has more. */
  private static final String LINKED =
      """
      query ($owner: String!, $name: String!, $number: Int!) {
        repository(owner: $owner, name: $name) {
          issue(number: $number) {
            closedByPullRequestsReferences(last: 50, includeClosedPrs: true) {
              nodes { number repository { nameWithOwner } }
            }
          }
        }
      }
      """;

  private static final Pattern ISSUE = Pattern.compile("([^#]*)#([1-9][0-9]{0,8})");

  Outcome<List<Integer>> with(IssueId issue) {
    Optional<Integer> number = numberOf(issue);
    if (number.isEmpty()) {
      return new Outcome.Done<>(List.of());
    }
    ObjectNode variables = GitHubJson.object();
    variables.put("owner", api.repository().owner());
    variables.put("name", api.repository().name());
    variables.put("number", number.get());
    return api.ask("linked", LINKED, variables).then(data -> GitHubJson.read(data, this::read));
  }

  private Optional<Integer> numberOf(IssueId issue) {
    Matcher found = ISSUE.matcher(issue.value());
    return found.matches() && (found.group(1).isEmpty() || isHere(found.group(1)))
        ? Optional.of(Integer.parseInt(found.group(2)))
        : Optional.empty();
  }

  private boolean isHere(String repository) {
    return repository.equalsIgnoreCase(api.repository().toString());
  }

  private List<Integer> read(JsonNode data) {
    return data.path("repository")
        .path("issue")
        .path("closedByPullRequestsReferences")
        .path("nodes")
        .valueStream()
        .filter(node -> isHere(GitHubJson.text(node.path("repository"), "nameWithOwner")))
        .map(node -> (int) GitHubJson.number(node, "number"))
        .toList();
  }
}
