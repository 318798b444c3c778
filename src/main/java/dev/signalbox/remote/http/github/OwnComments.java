package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
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
        });
  }

  /** Removes the comment with that key; does nothing where there is none. */
  public Outcome<Nothing> remove(int number, String key) {
    return find(number, key)
        .then(found ->
            found.isEmpty()
                ? Outcome.done()
                : absentIsDone(api.remove("uncomment", place(found.get()))));
  }

  private static Outcome<Nothing> absentIsDone(Outcome<JsonNode> outcome) {
    return outcome instanceof Outcome.Failed<JsonNode>(Failure failure)
            && failure.kind() == Failure.Kind.ABSENT
        ? Outcome.done()
        : outcome.then(_ -> Outcome.done());
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
  public static Optional<String> keyOf(JsonNode written, long self) {
    boolean isOurs = GitHubJson.maybeNumber(written.path("user"), "id").equals(Optional.of(self));
    return isOurs ? GitHubJson.maybeText(written, "body").flatMap(Mark::keyIn) : Optional.empty();
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
