package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Words;
import java.util.Optional;

/** {@code pull_request_review_thread}: a remark's thread was closed, or opened again. */
final class ThreadEvent {
  private ThreadEvent() {}

  static Normalised read(Payload payload) {
    Optional<Result> result =
        switch (payload.action()) {
          case "resolved" -> Optional.of(Result.CLOSED);
          case "unresolved" -> Optional.of(Result.REOPENED);
          default -> Optional.empty();
        };
    JsonView thread = payload.body().at("thread");
    JsonView first = thread.list("comments").stream().findFirst().orElse(JsonView.NOTHING);
    if (result.isEmpty() || !first.isThere()) {
      return payload.ignored("about no thread that is closed or opened");
    }
    JsonView pullRequest = payload.body().at("pull_request");
    return Normalised.of(
        payload.item(
            id(payload, first.number("id").orElse(0L)),
            payload.sender(),
            Kind.THREAD,
            payload.subject(pullRequest),
            new Content(
                Words.line(first.words("body")),
                "",
                Optional.empty(),
                result.get(),
                Words.place(first.text("path"), first.count("original_line")),
                Words.url(first.text("html_url")),
                Optional.empty()),
            payload.at(pullRequest, "updated_at")));
  }

  /** A closed thread is called as where it is seen by looking, which knows no time of it. */
  private static String id(Payload payload, long first) {
    String closed = "github:review-comment:%d:resolved".formatted(first);
    return payload.action().equals("resolved")
        ? closed
        : "github:review-comment:%d:unresolved:%s"
            .formatted(first, payload.at(payload.body().at("pull_request"), "updated_at"));
  }
}
