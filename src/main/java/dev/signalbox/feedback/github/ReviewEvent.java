package dev.signalbox.feedback.github;

import dev.signalbox.feedback.BotRemark;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.Locale;
import java.util.Optional;

/** {@code pull_request_review}: a review as a whole. What it says to lines comes by itself. */
final class ReviewEvent {
  private ReviewEvent() {}

  static Normalised read(Payload payload) {
    JsonView review = payload.body().at("review");
    Speaker speaker = payload.speaker(review.at("user"), review);
    String text = review.words("body");
    Optional<Result> state = state(payload, review);
    if (state.isEmpty()) {
      return payload.ignored("says nothing that was not said before");
    }
    if (Words.isOwn(text)) {
      return payload.ignored("Signalbox's own words");
    }
    if (state.get() == Result.NONE && text.isBlank() && !speaker.isReviewer()) {
      return payload.ignored("a review without words of its own: what it says to lines comes too");
    }
    BotRemark remark = Remarked.remark(speaker, text);
    String kind = state.get() == Result.WITHDRAWN ? "dismissed" : payload.action();
    String id = "github:review:" + review.number("id").orElse(0L) + ":" + kind;
    return Normalised.of(
        payload.item(
            kind.equals("edited")
                ? id + ":" + payload.at(review, "updated_at", "submitted_at")
                : id,
            speaker,
            Kind.REVIEW,
            subject(payload, review),
            Remarked.content(
                review, remark, remark.judged(speaker, state.get(), text), Optional.empty()),
            payload.at(review, "submitted_at", "updated_at")));
  }

  private static Optional<Result> state(Payload payload, JsonView review) {
    return switch (payload.action()) {
      case "dismissed" -> Optional.of(Result.WITHDRAWN);
      case "submitted", "edited" ->
          switch (review.words("state").toLowerCase(Locale.ROOT)) {
            case "approved" -> Optional.of(Result.APPROVED);
            case "changes_requested" -> Optional.of(Result.CHANGES_REQUESTED);
            case "dismissed" -> Optional.of(Result.WITHDRAWN);
            case "commented" -> Optional.of(Result.NONE);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Subject subject(Payload payload, JsonView review) {
    Subject whole = payload.subject(payload.body().at("pull_request"));
    Optional<String> commit =
        whole.commit().isEmpty() ? Optional.empty() : Words.commit(review.text("commit_id"));
    return new Subject(
        whole.repository(),
        whole.issue(),
        whole.pullRequest(),
        whole.branch(),
        commit.or(whole::commit));
  }
}
