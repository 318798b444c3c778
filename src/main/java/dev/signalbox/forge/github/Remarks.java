package dev.signalbox.forge.github;

import dev.signalbox.forge.Remark;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Mark;
import dev.signalbox.remote.http.github.OwnComments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes what is said on pull requests. */
record Remarks(GitHubApi api) {
  /**
   * Everything that was said.
   *
   * @param glance tells of lists that are empty and need not be read
   */
  Outcome<List<Remark>> all(int number, Optional<Glance> glance) {
    return api.self().then(self -> all(number, glance, new RemarkJson(self)));
  }

  private Outcome<List<Remark>> all(int number, Optional<Glance> glance, RemarkJson json) {
    boolean isReviewed = glance.map(Glance::isReviewed).orElse(true);
    boolean isReactedTo = glance.map(Glance::isReactedTo).orElse(true);
    return lists(number, isReviewed, isReactedTo)
        .then(lists ->
            resolved(number, lists.lines())
                .then(resolved -> GitHubJson.attempt(() -> lists.read(resolved, json))));
  }

  /** The four lists that GitHub keeps. */
  private record Lists(
      List<JsonNode> comments, List<JsonNode> reviews, List<JsonNode> lines, List<JsonNode> likes) {

    List<Remark> read(Set<Long> resolved, RemarkJson json) {
      List<Remark> all = new ArrayList<>();
      comments.forEach(each -> all.add(json.comment(each)));
      reviews.stream().filter(RemarkJson::isSent).map(json::review).forEach(all::add);
      lines.forEach(each -> all.add(json.line(each, resolved)));
      likes.forEach(each -> all.add(RemarkJson.reaction(each)));
      all.sort(Comparator.comparing(Remark::at));
      return List.copyOf(all);
    }
  }

  private Outcome<Lists> lists(int number, boolean isReviewed, boolean isReactedTo) {
    String pull = "/pulls/" + number;
    // Who looks has just read it, so that this is answered with "not modified".
    return api.get("pull-request", pull)
        .then(counts ->
            listIf(counts, "comments", () -> new OwnComments(api).all(number))
                .then(comments ->
                    (isReviewed ? reviews(number) : none())
                        .then(reviews ->
                            listIf(counts, "review_comments", () -> lines(number))
                                .then(lines ->
                                    (isReactedTo ? reactions(number) : none())
                                        .map(likes ->
                                            new Lists(comments, reviews, lines, likes))))));
  }

  /** Asks for a list only where the pull request says that there is anything in it. */
  private static Outcome<List<JsonNode>> listIf(
      JsonNode counts, String name, Supplier<Outcome<List<JsonNode>>> list) {
    boolean isEmpty = GitHubJson.maybeNumber(counts, name).equals(Optional.of(0L));
    return isEmpty ? new Outcome.Done<>(List.of()) : list.get();
  }

  private Outcome<List<JsonNode>> lines(int number) {
    return api.list("lines", "/pulls/" + number + "/comments?per_page=100");
  }

  private static Outcome<List<JsonNode>> none() {
    return new Outcome.Done<>(List.of());
  }

  private Outcome<List<JsonNode>> reviews(int number) {
    return api.list("reviews", "/pulls/" + number + "/reviews?per_page=100");
  }

  private Outcome<List<JsonNode>> reactions(int number) {
    return api.list("reactions", "/issues/" + number + "/reactions?per_page=100");
  }

  /** GraphQL is asked only if there is any remark on a line. */
  private Outcome<Set<Long>> resolved(int number, List<JsonNode> lines) {
    return lines.isEmpty() ? new Outcome.Done<>(Set.of()) : new Threads(api).resolved(number);
  }

  /** Closes the thread that a remark is in. */
  Outcome<Nothing> resolve(int number, String remark) {
    long asked = RemarkJson.number(remark);
    return lines(number)
        .then(lines ->
            lines.stream()
                .filter(each -> GitHubJson.number(each, "id") == asked)
                .findFirst()
                .map(line -> new Threads(api).resolve(number, RemarkJson.firstOf(line)))
                .orElseGet(() ->
                    new Outcome.Failed<>(
                        Failure.of(
                            Failure.Kind.ABSENT,
                            "expected the remark " + remark + ", found it gone"))));
  }

  /** Answers in the thread of a remark; GitHub takes answers to its first remark only. */
  Outcome<Nothing> reply(int number, String remark, String key, String body) {
    long asked = RemarkJson.number(remark);
    String text = Mark.add(body, key);
    ObjectNode said = GitHubJson.object();
    said.put("body", text);
    return api.self()
        .then(self ->
            lines(number).then(lines -> reply(new Said(lines, asked, self), number, key, said)));
  }

  /** The remarks of a pull request, the one that is answered, and who we are. */
  private record Said(List<JsonNode> lines, long asked, Self self) {

    long first() {
      return lines.stream()
          .filter(each -> GitHubJson.number(each, "id") == asked)
          .findFirst()
          .map(RemarkJson::firstOf)
          .orElse(asked);
    }

    Optional<JsonNode> answer(String key) {
      return lines.stream()
          .filter(each -> RemarkJson.firstOf(each) == first())
          .filter(each -> OwnComments.keyOf(each, self).equals(Optional.of(key)))
          .findFirst();
    }
  }

  private Outcome<Nothing> reply(Said there, int number, String key, ObjectNode said) {
    Optional<JsonNode> before = there.answer(key);
    if (before.isEmpty()) {
      String below = "/pulls/%d/comments/%d/replies".formatted(number, there.first());
      return api.make("reply", below, said).then(_ -> Outcome.done());
    }
    String old = GitHubJson.maybeText(before.get(), "body").orElse("");
    String place = "/pulls/comments/" + GitHubJson.number(before.get(), "id");
    return Mark.isSame(old, said.path("body").asString())
        ? Outcome.done()
        : api.change("reply", "PATCH", place, said).then(_ -> Outcome.done());
  }
}
