package dev.signalbox.feedback.github;

import dev.signalbox.feedback.BotRemark;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.Optional;

/**
 * {@code pull_request_review_comment}: a remark on a line.
 *
 * <p>Its commit is the one that it was made on first: GitHub binds {@code commit_id} to later ones,
 * and only {@code original_commit_id} tells that the remark is old.
 */
final class LineEvent {
  private LineEvent() {}

  static Normalised read(Payload payload) {
    JsonView comment = payload.body().at("comment");
    Optional<Result> result =
        switch (payload.action()) {
          case "created", "edited" -> Optional.of(Result.NONE);
          case "deleted" -> Optional.of(Result.WITHDRAWN);
          default -> Optional.empty();
        };
    if (result.isEmpty()) {
      return payload.ignored("says nothing");
    }
    if (Words.isOwn(comment.words("body"))) {
      return payload.ignored("Signalbox's own words");
    }
    Speaker speaker = payload.speaker(comment.at("user"), comment);
    BotRemark remark = Remarked.remark(speaker, comment.words("body"));
    boolean isWithdrawn = result.get() == Result.WITHDRAWN;
    return Normalised.of(
        payload.item(
            remark
                .key()
                .filter(key -> !isWithdrawn)
                .orElseGet(() -> payload.said(comment, "review-comment")),
            speaker,
            isBotsReply(speaker, comment) ? Kind.COMMENT : Kind.FINDING,
            subject(payload, comment),
            Remarked.content(
                comment,
                remark,
                result.get(),
                Words.place(comment.text("path"), comment.count("original_line"))),
            payload.at(comment, "updated_at", "created_at")));
  }

  /** What a bot answers in a thread is no new finding. */
  private static boolean isBotsReply(Speaker speaker, JsonView comment) {
    return speaker.source() != Source.PERSON && comment.number("in_reply_to_id").isPresent();
  }

  private static Subject subject(Payload payload, JsonView comment) {
    Subject whole = payload.subject(payload.body().at("pull_request"));
    Optional<String> commit =
        whole.commit().isEmpty()
            ? Optional.empty()
            : Words.commit(comment.text("original_commit_id"))
                .or(() -> Words.commit(comment.text("commit_id")));
    return new Subject(
        whole.repository(), whole.issue(), whole.pullRequest(), whole.branch(), commit);
  }
}
