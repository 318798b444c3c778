package dev.signalbox.feedback.github;

import dev.signalbox.feedback.BotRemark;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.VercelComment;
import dev.signalbox.feedback.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code issue_comment}: said below an issue or a pull request. */
final class CommentEvent {
  private CommentEvent() {}

  static Normalised read(Payload payload) {
    JsonView comment = payload.body().at("comment");
    String text = comment.words("body");
    Optional<Result> result =
        switch (payload.action()) {
          case "created", "edited" -> Optional.of(Result.NONE);
          case "deleted" -> Optional.of(Result.WITHDRAWN);
          default -> Optional.empty();
        };
    if (result.isEmpty()) {
      return payload.ignored("says nothing");
    }
    if (Words.isOwn(text)) {
      return payload.ignored("Signalbox's own words");
    }
    Speaker speaker = payload.speaker(comment.at("user"), comment);
    if (speaker.source() == Source.VERCEL && result.get() == Result.NONE) {
      return vercel(payload, speaker, comment);
    }
    BotRemark remark = Remarked.remark(speaker, text);
    // Codex says here that it found nothing; any reviewer may say here that it could not look.
    boolean isReview =
        payload.body().at("issue", "pull_request").isThere() && remark.isReview(speaker, text);
    return Normalised.of(
        payload.item(
            payload.said(comment, "issue-comment"),
            speaker,
            isReview ? Kind.REVIEW : Kind.COMMENT,
            subject(payload),
            Remarked.content(
                comment,
                remark,
                isReview ? remark.judged(speaker, result.get(), text) : result.get(),
                Optional.empty()),
            payload.at(comment, "updated_at", "created_at")));
  }

  /** An issue of GitHub is also the tracker's, under its repository's name and its number. */
  private static Subject subject(Payload payload) {
    JsonView issue = payload.body().at("issue");
    boolean isPullRequest = issue.at("pull_request").isThere();
    Optional<Integer> number = issue.count("number");
    return new Subject(
        payload.repository(),
        isPullRequest ? Optional.empty() : IssueEvent.id(payload, number),
        isPullRequest ? number : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Normalised vercel(Payload payload, Speaker speaker, JsonView comment) {
    Instant at = payload.at(comment, "updated_at", "created_at");
    String id = "github:issue-comment:" + comment.number("id").orElse(0L);
    List<FeedbackItem> items =
        VercelComment.of(comment.words("body")).told(at).stream()
            .map(told ->
                payload.item(
                    id + told.id(), speaker, told.kind(), subject(payload), told.content(), at))
            .toList();
    return items.isEmpty()
        ? payload.ignored("a comment of Vercel without the line that tells its deployments")
        : new Normalised(items, "");
  }
}
