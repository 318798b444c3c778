package dev.signalbox.tracker.github;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.GitHubRepository;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Issue ids: {@code #12} in the repository itself, {@code owner/name#12} elsewhere. */
record IssueNumbers(GitHubRepository repository) {
  private static final Pattern ID =
      Pattern.compile("(?:([A-Za-z0-9_-]+/[A-Za-z0-9._-]+))?#?([1-9][0-9]{0,8})");
  private static final Pattern PLACE =
      Pattern.compile("/repos/([^/]+/[^/]+?)(?:/issues/([0-9]+))?$");

  /** The number of an issue of this repository. */
  Outcome<Integer> of(IssueId issue) {
    Matcher found = ID.matcher(issue.value());
    boolean isOurs =
        found.matches()
            && (found.group(1) == null || found.group(1).equalsIgnoreCase(repository.toString()));
    return isOurs
        ? new Outcome.Done<>(Integer.valueOf(found.group(2)))
        : new Outcome.Failed<>(
            Failure.of(
                Failure.Kind.REFUSED,
                "expected an issue of %s such as #12, found %s".formatted(repository, issue)));
  }

  /** The id of an issue in an answer. */
  IssueId read(JsonNode issue) {
    Matcher place = PLACE.matcher(GitHubJson.text(issue, "repository_url"));
    if (!place.find()) {
      throw GitHubJson.unexpected("the repository of an issue");
    }
    return id(place.group(1), GitHubJson.number(issue, "number"));
  }

  /** The id in an issue's address. */
  IssueId at(String url) {
    Matcher place = PLACE.matcher(url);
    if (!place.find() || place.group(2) == null) {
      throw GitHubJson.unexpected("the address of an issue");
    }
    return id(place.group(1), Long.parseLong(place.group(2)));
  }

  private IssueId id(String where, long number) {
    String before = where.equalsIgnoreCase(repository.toString()) ? "" : where;
    String id = before + "#" + number;
    if (!IssueId.isValid(id)) {
      throw GitHubJson.unexpected("an issue id");
    }
    return new IssueId(id);
  }
}
