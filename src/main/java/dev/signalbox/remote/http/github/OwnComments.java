package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments below an issue or a pull request that are written once under a key. Two writers of one
 * key at the same moment can leave two comments; both then know the older one.
 */
public record OwnComments(GitHubApi api) {

  /** All comments, oldest first, as GitHub shows them. */
  public Outcome<List<JsonNode>> all(int number) {
    return api.list("comments", "/issues/" + number + "/comments?per_page=100");
  }

  /** The comment with that key, written or rewritten where it says something else. */
  public Outcome<JsonNode> write(int number, String key, String body) {
    String text = Mark.add(body, key);
    Optional<String> known = Optional.ofNullable(api.written().get(name(number, key)));
    Outcome<JsonNode> rewritten =
        known
            .map(place -> api.change("comment", "PATCH", place, said(text)))
            .orElseGet(() -> search(number, key, text));
    if (known.isPresent() && isAbsent(rewritten)) {
      api.written().remove(name(number, key));
      return search(number, key, text);
    }
    return rewritten;
  }

  /** The comment with that key, rewritten; one that is gone is not written anew. */
  public Outcome<JsonNode> rewrite(int number, String key, String body) {
    Optional<String> known = Optional.ofNullable(api.written().get(name(number, key)));
    Outcome<Optional<String>> place =
        known.isPresent()
            ? new Outcome.Done<>(known)
            : find(number, key).map(found -> found.map(OwnComments::place));
    Outcome<JsonNode> rewritten =
        place.then(there ->
            there
                .map(it -> api.change("comment", "PATCH", it, said(Mark.add(body, key))))
                .orElseGet(OwnComments::gone));
    if (isAbsent(rewritten)) {
      api.written().remove(name(number, key));
      return gone();
    }
    return rewritten.map(comment -> keep(number, key, comment));
  }

  private static Outcome<JsonNode> gone() {
    return new Outcome.Failed<>(
        Failure.of(
            Failure.Kind.CONFLICTING, "expected a comment of ours to rewrite, found it gone"));
  }

  private Outcome<JsonNode> search(int number, String key, String text) {
    return find(number, key)
        .then(found -> {
          if (found.isEmpty()) {
            String below = "/issues/" + number + "/comments";
            return api.make("comment", below, said(text));
          }
          JsonNode old = found.get();
          boolean isSame = Mark.isSame(GitHubJson.maybeText(old, "body").orElse(""), text);
          return isSame
              ? new Outcome.Done<>(old)
              : api.change("comment", "PATCH", place(old), said(text));
        })
        .map(comment -> keep(number, key, comment));
  }

  private JsonNode keep(int number, String key, JsonNode comment) {
    api.written().put(name(number, key), place(comment));
    return comment;
  }

  private static String name(int number, String key) {
    return number + "/" + key;
  }

  private static boolean isAbsent(Outcome<JsonNode> outcome) {
    return outcome instanceof Outcome.Failed<JsonNode>(Failure failure)
        && failure.kind() == Failure.Kind.ABSENT;
  }

  /**
   * The comment with that key, written only where there is none. GitHub takes no ids of its
   * clients, so several can write at once; each then looks again, keeps the oldest and removes the
   * later ones: all are ours, and all are handed the oldest.
   */
  public Outcome<JsonNode> writeOnce(int number, String key, String body) {
    return find(number, key)
        .then(found ->
            found.isPresent()
                ? new Outcome.Done<>(found.get())
                : api.make("comment", "/issues/" + number + "/comments", said(Mark.add(body, key)))
                    .then(made -> settle(number, key, made)))
        .map(comment -> keep(number, key, comment));
  }

  private Outcome<JsonNode> settle(int number, String key, JsonNode made) {
    return api.self()
        .then(self -> all(number).map(all -> withKey(all, key, self)))
        .then(ours -> {
          for (JsonNode later : ours.subList(Math.min(1, ours.size()), ours.size())) {
            Outcome<Nothing> gone = absentIsDone(api.remove("uncomment", place(later)));
            if (gone instanceof Outcome.Failed<Nothing>(Failure failure)) {
              return new Outcome.Failed<>(failure);
            }
          }
          return new Outcome.Done<>(ours.isEmpty() ? made : ours.getFirst());
        });
  }

  private static List<JsonNode> withKey(List<JsonNode> all, String key, Self self) {
    return all.stream().filter(each -> keyOf(each, self).equals(Optional.of(key))).toList();
  }

  /** Removes the comment with that key; does nothing where there is none. */
  public Outcome<Nothing> remove(int number, String key) {
    api.written().remove(name(number, key));
    return find(number, key)
        .then(found ->
            found.isEmpty()
                ? Outcome.done()
                : absentIsDone(api.remove("uncomment", place(found.get()))));
  }

  private static Outcome<Nothing> absentIsDone(Outcome<JsonNode> outcome) {
    return isAbsent(outcome) ? Outcome.done() : outcome.then(_ -> Outcome.done());
  }

  private Outcome<Optional<JsonNode>> find(int number, String key) {
    return api.self()
        .then(self ->
            all(number)
                .map(all ->
                    all.stream()
                        .filter(each -> keyOf(each, self).equals(Optional.of(key)))
                        .findFirst()));
  }

  /** The key of a text that we wrote; a mark by somebody else is none. */
  public static Optional<String> keyOf(JsonNode written, Self self) {
    boolean isOurs =
        GitHubJson.maybeNumber(written.path("user"), "id").equals(Optional.of(self.id()));
    return isOurs ? GitHubJson.maybeText(written, "body").flatMap(Mark::keyIn) : Optional.empty();
  }

  /** A text as whoever wrote it meant it: without our mark, where we wrote it. */
  public static String textOf(JsonNode written, Self self) {
    String text = GitHubJson.maybeText(written, "body").orElse("");
    return keyOf(written, self).isPresent() ? Mark.strip(text) : text;
  }

  private static String place(JsonNode comment) {
    return "/issues/comments/" + comment.path("id").asLong();
  }

  private static ObjectNode said(String text) {
    ObjectNode body = GitHubJson.object();
    body.put("body", Mark.cut(text, Limits.GITHUB_TEXT_CHARS_MAX));
    return body;
  }
}
