package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Normaliser;
import dev.signalbox.feedback.Notification;
import dev.signalbox.feedback.Words;

/**
 * Linear's events (linear.app/developers/webhooks and /agent-interaction). The type is the body's:
 * the header {@code Linear-Event} is not signed.
 */
public final class LinearNormaliser implements Normaliser {

  @Override
  public Normalised read(Notification notification) {
    LinearPayload payload = new LinearPayload(notification);
    JsonView body = notification.body();
    return switch (body.words("type")) {
      case "Issue" -> LinearIssueEvent.read(payload);
      case "Comment" -> LinearCommentEvent.read(payload);
      case "AgentSessionEvent" -> AgentSessionEvent.read(payload);
      case "AppUserNotification" -> AppNotification.read(payload);
      default ->
          Normalised.nothing(
              Words.line(body.words("type")) + ": no session works with such events");
    };
  }
}
