package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code pull_request}: opened, moved or closed. Its author is who speaks, whoever moved it.
 *
 * <p>Cyrus has no account of its own and is known by a mark in its text. The mark counts only in a
 * pull request from a branch of the repository itself, by a bot or by somebody with a role there:
 * both could merge without a review as it is, so that a stranger gains nothing by writing it. A bot
 * that a catalogue knows stays who it is.
 */
final class PullRequestEvent {
  private static final String CYRUS_MARK = "<!-- generated-by-cyrus -->";
  private static final int LINES_MAX = 10_000_000;

  private PullRequestEvent() {}

  static Normalised read(Payload payload) {
    JsonView pullRequest = payload.body().at("pull_request");
    Optional<Result> result = result(payload, pullRequest);
    if (result.isEmpty()) {
      return payload.ignored("changes neither the commits nor the state of a pull request");
    }
    if (pullRequest.count("number").isEmpty()) {
      return payload.ignored("without the pull request's number");
    }
    String text = pullRequest.words("body");
    Instant at = payload.at(pullRequest, "updated_at", "created_at");
    return Normalised.of(
        payload.item(
            "github:pull-request:%s:%d:%s:%s:%s"
                .formatted(
                    payload.repository().orElse(""),
                    pullRequest.count("number").orElse(0),
                    payload.action(),
                    Words.commit(pullRequest.text("head", "sha")).orElse(""),
                    at),
            author(payload, pullRequest, text),
            Kind.PULL_REQUEST,
            payload.subject(pullRequest),
            new Content(
                Words.line(pullRequest.words("title")),
                Words.text(text),
                Optional.empty(),
                result.get(),
                Optional.empty(),
                Words.url(pullRequest.text("html_url")),
                changedLines(pullRequest)),
            at));
  }

  private static Optional<Result> result(Payload payload, JsonView pullRequest) {
    Result moved =
        switch (payload.action()) {
          case "opened", "ready_for_review" -> Result.OPENED;
          case "reopened" -> Result.REOPENED;
          case "synchronize" -> Result.CHANGED;
          case "converted_to_draft" -> Result.PENDING;
          case "closed" -> pullRequest.isTrue("merged") ? Result.MERGED : Result.CLOSED;
          default -> Result.NONE;
        };
    if (moved == Result.NONE) {
      return Optional.empty();
    }
    boolean isOpen = moved != Result.MERGED && moved != Result.CLOSED;
    return Optional.of(isOpen && pullRequest.isTrue("draft") ? Result.PENDING : moved);
  }

  private static Speaker author(Payload payload, JsonView pullRequest, String text) {
    Speaker author = payload.speaker(pullRequest.at("user"), pullRequest);
    if (!text.contains(CYRUS_MARK) || !payload.isOwn(pullRequest)) {
      return author;
    }
    if (author.source() == Source.BOT) {
      return new Speaker(Source.CYRUS, author.login(), Standing.KNOWN);
    }
    return author.source() == Source.PERSON && author.standing() == Standing.MEMBER
        ? new Speaker(Source.CYRUS, author.login(), Standing.MEMBER)
        : author;
  }

  private static Optional<Integer> changedLines(JsonView pullRequest) {
    Optional<Long> additions = pullRequest.number("additions").filter(PullRequestEvent::isLines);
    Optional<Long> deletions = pullRequest.number("deletions").filter(PullRequestEvent::isLines);
    return additions.isPresent() && deletions.isPresent()
        ? Optional.of(Math.toIntExact(additions.get() + deletions.get()))
        : Optional.empty();
  }

  private static boolean isLines(long count) {
    return count >= 0 && count <= LINES_MAX;
  }
}
