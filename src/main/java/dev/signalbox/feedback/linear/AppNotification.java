package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Words;

/** What Linear told apps before it had agent sessions; some workspaces still send it. */
final class AppNotification {
  private AppNotification() {}

  static Normalised read(LinearPayload payload) {
    JsonView told = payload.body().at("notification");
    return switch (told.words("type")) {
      case "issueAssignedToYou" -> handed(payload, told, Result.OPENED);
      case "issueUnassignedFromYou" -> handed(payload, told, Result.WITHDRAWN);
      case "issueCommentMention", "issueNewComment" -> comment(payload, told);
      default -> payload.ignored("no session works with such notifications");
    };
  }

  private static Normalised handed(LinearPayload payload, JsonView told, Result result) {
    return Normalised.of(
        new FeedbackItem(
            "linear:notification:" + told.words("id") + ":" + told.words("type"),
            actor(told),
            Kind.AGENT,
            LinearPayload.subject(told.at("issue")),
            LinearPayload.content(
                told.words("issue", "title"), "", result, told.text("issue", "url")),
            payload.at(told, "createdAt")));
  }

  private static Normalised comment(LinearPayload payload, JsonView told) {
    String text = told.words("comment", "body");
    if (Words.isOwn(text)) {
      return payload.ignored("Signalbox's own words");
    }
    return Normalised.of(
        new FeedbackItem(
            LinearCommentEvent.id(told.words("comment", "id")),
            actor(told),
            Kind.COMMENT,
            LinearPayload.subject(told.at("issue")),
            LinearPayload.content(
                LinearPayload.title(text), text, Result.NONE, told.text("issue", "url")),
            payload.at(told, "createdAt")));
  }

  private static Speaker actor(JsonView told) {
    return told.text("externalUserActorId").isPresent()
        ? new Speaker(Source.PERSON, "unknown", Standing.STRANGER)
        : LinearPayload.member(told.at("actor"))
            .orElseGet(() -> new Speaker(Source.LINEAR, "automation", Standing.KNOWN));
  }
}
