package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.NoteKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Comments, under ids that follow from their keys: Linear refuses a second comment with one id, and
 * that makes a create happen once for all who race.
 */
final class LinearComments {
  private static final Comparator<Comment> EARLIEST_FIRST =
      Comparator.comparing(Comment::at).thenComparing(Comment::uid);

  private final LinearApi api;

  /** Ids that are known to be there, so that they are rewritten at once. */
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  LinearComments(LinearApi api) {
    this.api = api;
  }

  /**
   * All of them, oldest first.
   *
   * @param shown hears of the issue's team and state, which are in the same answer
   */
  Outcome<List<Comment>> all(IssueId issue, Consumer<JsonNode> shown) {
    return api.all(
            Operation.COMMENTS,
            Map.of("id", issue.value()),
            data -> {
              shown.accept(data.required("issue"));
              return data.required("issue").required("comments");
            },
            node -> comment(issue, node))
        .map(found -> found.stream().sorted(EARLIEST_FIRST).toList());
  }

  Outcome<Comment> write(IssueId issue, NoteKey key, String body) {
    String id = id(issue, key);
    if (written.contains(id)) {
      return update(issue, key, body);
    }
    return switch (create(issue, key, body)) {
      case Outcome.Done<Comment> made -> made;
      case Outcome.Failed<Comment>(Failure failure) ->
          find(issue, id, failure)
              .then(there ->
                  there.body().equals(body) ? new Outcome.Done<>(there) : update(issue, key, body));
    };
  }

  Outcome<Comment> writeOnce(IssueId issue, NoteKey key, String body) {
    return switch (create(issue, key, body)) {
      case Outcome.Done<Comment> made -> made;
      case Outcome.Failed<Comment>(Failure failure) -> find(issue, id(issue, key), failure);
    };
  }

  Outcome<Comment> rewrite(IssueId issue, NoteKey key, String body) {
    return update(issue, key, body);
  }

  Outcome<Nothing> remove(IssueId issue, NoteKey key) {
    String id = id(issue, key);
    written.remove(id);
    return switch (api.change(Operation.COMMENT_DELETE, Map.of("id", id), "commentDelete")) {
      case Outcome.Done<JsonNode> _ -> Outcome.done();
      case Outcome.Failed<JsonNode>(Failure failure) ->
          failure.kind() == Kind.ABSENT ? Outcome.done() : new Outcome.Failed<>(failure);
    };
  }

  private Outcome<Comment> create(IssueId issue, NoteKey key, String body) {
    Map<String, String> input =
        Map.of(
            "id", id(issue, key), "issueId", issue.value(), "body", CommentMark.write(key, body));
    return api.change(Operation.COMMENT_CREATE, Map.of("input", input), "commentCreate")
        .then(made -> read(Operation.COMMENT_CREATE, issue, made.path("comment")));
  }

  private Outcome<Comment> update(IssueId issue, NoteKey key, String body) {
    String id = id(issue, key);
    Map<String, String> variables = Map.of("id", id, "body", CommentMark.write(key, body));
    return switch (api.change(Operation.COMMENT_UPDATE, variables, "commentUpdate")) {
      case Outcome.Done<JsonNode>(JsonNode made) ->
          read(Operation.COMMENT_UPDATE, issue, made.path("comment"));
      case Outcome.Failed<JsonNode>(Failure failure) -> {
        written.remove(id);
        yield new Outcome.Failed<>(failure.kind() == Kind.ABSENT ? gone() : failure);
      }
    };
  }

  /** The comment with our id, after Linear refused to make one. */
  private Outcome<Comment> find(IssueId issue, String id, Failure refusal) {
    if (refusal.kind() != Kind.REFUSED && refusal.kind() != Kind.CONFLICTING) {
      return new Outcome.Failed<>(refusal);
    }
    Outcome<Comment> there =
        api.ask(Operation.COMMENT, Map.of("id", id))
            .then(data -> read(Operation.COMMENT, issue, data.path("comment")));
    return there instanceof Outcome.Failed<Comment>(Failure failure)
            && failure.kind() == Kind.ABSENT
        ? new Outcome.Failed<>(LinearRules.isTaken(refusal) ? gone() : refusal)
        : there;
  }

  private static Failure gone() {
    return Failure.of(
        Kind.CONFLICTING, "expected to write a comment, found that it was there and was removed");
  }

  private Outcome<Comment> read(Operation operation, IssueId issue, JsonNode node) {
    return LinearApi.read(operation, node, it -> comment(issue, it))
        .map(comment -> {
          written.add(comment.uid());
          return comment;
        });
  }

  private static Comment comment(IssueId issue, JsonNode node) {
    String id = LinearJson.text(node, "id");
    String text = LinearJson.text(node, "body");
    Optional<NoteKey> key = CommentMark.key(id, text, place(issue));
    return new Comment(
        id,
        key,
        LinearJson.actor(node, "user"),
        LinearJson.time(node, "createdAt"),
        key.isPresent() ? CommentMark.body(text) : text);
  }

  private static String id(IssueId issue, NoteKey key) {
    return key.id(place(issue)).toString();
  }

  private static String place(IssueId issue) {
    return "comment on " + issue;
  }
}
