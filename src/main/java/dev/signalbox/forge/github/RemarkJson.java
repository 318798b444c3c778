package dev.signalbox.forge.github;

import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Remark.Kind;
import dev.signalbox.forge.Remark.Place;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.OwnComments;
import dev.signalbox.remote.http.github.UnexpectedAnswerException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was said on a pull request.
 *
 * @param self our own account, whose marks are left out
 */
record RemarkJson(Self self) {
  private static final String LINE = "review-comment:";

  /** A comment below it. */
  Remark comment(JsonNode json) {
    return new Remark(
        "issue-comment:" + GitHubJson.number(json, "id"),
        Kind.COMMENT,
        AccountJson.author(json),
        isOwn(json),
        GitHubJson.time(json, "updated_at"),
        text(json),
        Optional.empty());
  }

  /** Whether a review was sent; one that its author still writes has no time. */
  static boolean isSent(JsonNode json) {
    return json.path("submitted_at").isString();
  }

  /** A review as a whole. */
  Remark review(JsonNode json) {
    return new Remark(
        "review:" + GitHubJson.number(json, "id"),
        verdict(GitHubJson.text(json, "state")),
        AccountJson.author(json),
        isOwn(json),
        GitHubJson.time(json, "submitted_at"),
        text(json),
        GitHubJson.maybeText(json, "commit_id").map(Place::whole));
  }

  private static Kind verdict(String state) {
    return switch (state) {
      case "APPROVED" -> Kind.REVIEW_APPROVED;
      case "CHANGES_REQUESTED" -> Kind.REVIEW_CHANGES_REQUESTED;
      case "DISMISSED" -> Kind.REVIEW_DISMISSED;
      default -> Kind.REVIEW_COMMENTED;
    };
  }

  /**
   * A remark on a line, or an answer in its thread.
   *
   * @param resolved the first remarks of threads that somebody closed
   */
  Remark line(JsonNode json, Set<Long> resolved) {
    Place place =
        new Place(
            GitHubJson.text(json, "path"),
            GitHubJson.maybeNumber(json, "line").map(Math::toIntExact),
            GitHubJson.text(json, "original_commit_id"),
            resolved.contains(firstOf(json)),
            GitHubJson.maybeNumber(json, "in_reply_to_id").isPresent());
    return new Remark(
        LINE + GitHubJson.number(json, "id"),
        Kind.LINE,
        AccountJson.author(json),
        isOwn(json),
        GitHubJson.time(json, "updated_at"),
        text(json),
        Optional.of(place));
  }

  /** The number of the remark that began the thread. */
  static long firstOf(JsonNode line) {
    return GitHubJson.maybeNumber(line, "in_reply_to_id")
        .orElseGet(() -> GitHubJson.number(line, "id"));
  }

  /** A reaction to the pull request. */
  static Remark reaction(JsonNode json) {
    return new Remark(
        "reaction:" + GitHubJson.number(json, "id"),
        Kind.REACTION,
        AccountJson.author(json),
        false,
        GitHubJson.time(json, "created_at"),
        GitHubJson.text(json, "content"),
        Optional.empty());
  }

  private boolean isOwn(JsonNode json) {
    return OwnComments.keyOf(json, self).isPresent();
  }

  private String text(JsonNode json) {
    return OwnComments.textOf(json, self);
  }

  /** The number in {@code review-comment:123}. */
  static long number(String remark) {
    try {
      return Long.parseLong(remark.substring(LINE.length()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("expected a remark on a line, found " + remark, e);
    }
  }

  /** Thread ids come as text, since they are longer than GraphQL's numbers. */
  static long threadId(JsonNode thread) {
    String text =
        GitHubJson.maybeText(thread.at("/comments/nodes/0"), "fullDatabaseId").orElse("0");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      UnexpectedAnswerException unexpected = GitHubJson.unexpected("a number fullDatabaseId");
      unexpected.addSuppressed(e);
      throw unexpected;
    }
  }
}
