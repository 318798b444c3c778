package dev.signalbox.forge.github;

import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State.Kind;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Mark;
import dev.signalbox.remote.http.github.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens, finds and reads pull requests. */
record PullRequests(GitHubApi api) {
  private static final String LATEST = "/pulls?state=all&direction=desc&sort=";

  private static final int PAGE = 50;

  Outcome<PullRequest> read(int number) {
    return api.get("pull-request", "/pulls/" + number)
        .then(json -> GitHubJson.read(json, PullRequestJson::read));
  }

  /** GitHub refuses a second one from the same branch: then the first is there. */
  Outcome<PullRequest> open(NewPullRequest request) {
    Outcome<JsonNode> made = api.make("open", "/pulls", body(request, true));
    return made instanceof Outcome.Failed<JsonNode>(Failure failure)
            && failure.kind() == Failure.Kind.REFUSED
        ? from(request.branch()).then(found -> adopt(found, request, failure))
        : made.then(json -> GitHubJson.read(json, PullRequestJson::read));
  }

  private Outcome<PullRequest> adopt(
      Optional<PullRequest> found, NewPullRequest request, Failure failure) {
    if (found.isEmpty() || found.get().state().kind() != Kind.OPEN) {
      return new Outcome.Failed<>(failure);
    }
    PullRequest there = found.get();
    boolean isSame =
        there.text().title().equals(request.title())
            && Mark.isSame(there.text().body(), request.body())
            && there.head().base().equals(request.base());
    return isSame
        ? new Outcome.Done<>(there)
        : api.change("open", "PATCH", "/pulls/" + there.number(), body(request, false))
            .then(json -> GitHubJson.read(json, PullRequestJson::read));
  }

  private static ObjectNode body(NewPullRequest request, boolean isNew) {
    ObjectNode body = GitHubJson.object();
    body.put("title", request.title());
    body.put("body", Mark.cut(request.body(), Limits.GITHUB_TEXT_CHARS_MAX));
    body.put("base", request.base());
    if (isNew) {
      body.put("head", request.branch());
    }
    return body;
  }

  /** The latest from a branch of this repository; forks may have a branch of that name. */
  Outcome<Optional<PullRequest>> from(String branch) {
    String head = Target.value(api.repository().owner() + ":" + branch);
    return api.list("find", LATEST + "created&per_page=10&head=" + head, "", 1)
        .then(list -> GitHubJson.readAll(list, PullRequestJson::read))
        .map(all -> all.stream().filter(each -> isFrom(each, branch)).findFirst());
  }

  private boolean isFrom(PullRequest request, String branch) {
    boolean isHere =
        request
            .head()
            .repository()
            .filter(name -> name.equalsIgnoreCase(api.repository().toString()))
            .isPresent();
    return isHere && request.head().branch().equals(branch);
  }

  /**
   * Page after page, until one is older; most days that is the first. What changes meanwhile moves
   * others to the next page, where they are met again.
   */
  Outcome<List<PullRequest>> changedSince(Instant since) {
    Map<Integer, PullRequest> changed = new LinkedHashMap<>();
    for (int page = 1; page <= Limits.GITHUB_PAGES_MAX; page++) {
      String below = LATEST + "updated&per_page=" + PAGE + "&page=" + page;
      Outcome<List<PullRequest>> read =
          api.list("changed", below, "", 1)
              .then(list -> GitHubJson.readAll(list, PullRequestJson::read));
      switch (read) {
        case Outcome.Failed<List<PullRequest>> failed -> {
          return failed;
        }
        case Outcome.Done<List<PullRequest>>(List<PullRequest> found) -> {
          found.stream()
              .filter(each -> !isOlder(each, since))
              .forEach(each -> changed.putIfAbsent(each.number(), each));
          if (found.size() < PAGE || isOlder(found.getLast(), since)) {
            return new Outcome.Done<>(List.copyOf(changed.values()));
          }
        }
      }
    }
    return new Outcome.Done<>(List.copyOf(changed.values()));
  }

  Outcome<Integer> newest() {
    return api.list("newest", LATEST + "created&per_page=1", "", 1)
        .then(list -> GitHubJson.readAll(list, PullRequestJson::read))
        .map(found -> found.isEmpty() ? 0 : found.getFirst().number());
  }

  private static boolean isOlder(PullRequest request, Instant since) {
    return request.state().updated().isBefore(since);
  }
}
