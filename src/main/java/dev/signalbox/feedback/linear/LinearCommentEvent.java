package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Words;
import java.time.Instant;

/** Something was said below an issue. */
final class LinearCommentEvent {
  private LinearCommentEvent() {}

  static Normalised read(LinearPayload payload) {
    JsonView comment = payload.data();
    String text = comment.words("body");
    String action = payload.action();
    Result result =
        switch (action) {
          case "create", "update" -> Result.NONE;
          case "remove" -> Result.WITHDRAWN;
          default -> Result.CLOSED;
        };
    if (result == Result.CLOSED) {
      return payload.ignored("says nothing");
    }
    if (Words.isOwn(text)) {
      return payload.ignored("Signalbox's own words");
    }
    Instant at = payload.at(comment, "updatedAt", "createdAt");
    String id = id(comment.words("id"));
    return Normalised.of(
        new FeedbackItem(
            action.equals("create") ? id : id + ":" + action + ":" + at,
            payload.actor(),
            Kind.COMMENT,
            LinearPayload.subject(comment.at("issue")),
            LinearPayload.content(
                LinearPayload.title(text), text, result, payload.body().text("url")),
            payload.at(comment, "createdAt")));
  }

  /** One comment, whichever event tells of it. */
  static String id(String uid) {
    return "linear:comment:" + uid;
  }
}
