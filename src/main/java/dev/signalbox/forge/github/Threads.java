package dev.signalbox.forge.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The threads of remarks on lines, of which GraphQL alone knows. */
record Threads(GitHubApi api) {
  private static final String THREADS =
      """
      query ($owner: String!, $name: String!, $number: Int!, $after: String) {
        repository(owner: $owner, name: $name) {
          pullRequest(number: $number) {
            reviewThreads(first: 100, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes { id isResolved comments(first: 1) { nodes { fullDatabaseId } } }
            }
          }
        }
      }
      """;

  /** GitHub asks for the right to write contents for this (docs/guide/forges.md). */
  private static final String RESOLVE =
      """
      mutation ($thread: ID!) {
        resolveReviewThread(input: {threadId: $thread}) { thread { isResolved } }
      }
      """;

  /**
   * A thread.
   *
   * @param first the number of the remark that began it
   */
  private record Talk(String id, long first, boolean isResolved) {}

  /** The first remarks of closed threads. */
  Outcome<Set<Long>> resolved(int number) {
    return all(number)
        .map(threads -> {
          Set<Long> resolved = new HashSet<>();
          threads.stream().filter(Talk::isResolved).map(Talk::first).forEach(resolved::add);
          return resolved;
        });
  }

  /** Closes the thread that a remark began, unless somebody did so before. */
  Outcome<Nothing> resolve(int number, long first) {
    return all(number)
        .then(threads ->
            threads.stream()
                .filter(thread -> thread.first() == first)
                .findFirst()
                .map(thread -> thread.isResolved() ? Outcome.done() : resolve(thread))
                .orElseGet(() ->
                    new Outcome.Failed<>(
                        Failure.of(
                            Failure.Kind.ABSENT,
                            "expected a thread that remark %d began, found none"
                                .formatted(first)))));
  }

  private Outcome<Nothing> resolve(Talk thread) {
    ObjectNode variables = GitHubJson.object();
    variables.put("thread", thread.id());
    return api.ask("resolve", RESOLVE, variables)
        .then(data ->
            GitHubJson.isTrue(data.path("resolveReviewThread").path("thread"), "isResolved")
                ? Outcome.done()
                : new Outcome.Failed<>(
                    Failure.of(
                        Failure.Kind.REFUSED,
                        "expected GitHub to close the thread, found it open")));
  }

  private Outcome<List<Talk>> all(int number) {
    List<Talk> threads = new ArrayList<>();
    Optional<String> after = Optional.empty();
    boolean isMore = true;
    for (int page = 0; isMore && page < Limits.GITHUB_PAGES_MAX; page++) {
      switch (page(number, after)) {
        case Outcome.Failed<JsonNode>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Done<JsonNode>(JsonNode found) -> {
          Outcome<Nothing> read = GitHubJson.read(found, json -> collect(json, threads));
          if (read instanceof Outcome.Failed<Nothing>(Failure failure)) {
            return new Outcome.Failed<>(failure);
          }
          isMore = GitHubJson.isTrue(found.path("pageInfo"), "hasNextPage");
          after = GitHubJson.maybeText(found.path("pageInfo"), "endCursor");
        }
      }
    }
    return new Outcome.Done<>(threads);
  }

  private static Nothing collect(JsonNode found, List<Talk> threads) {
    for (JsonNode thread : found.path("nodes")) {
      threads.add(
          new Talk(
              GitHubJson.maybeText(thread, "id").orElse(""),
              RemarkJson.threadId(thread),
              GitHubJson.isTrue(thread, "isResolved")));
    }
    return new Nothing();
  }

  private Outcome<JsonNode> page(int number, Optional<String> after) {
    ObjectNode variables = GitHubJson.object();
    variables.put("owner", api.repository().owner());
    variables.put("name", api.repository().name());
    variables.put("number", number);
    after.ifPresent(cursor -> variables.put("after", cursor));
    return api.ask("threads", THREADS, variables)
        .map(data -> data.path("repository").path("pullRequest").path("reviewThreads"));
  }
}
