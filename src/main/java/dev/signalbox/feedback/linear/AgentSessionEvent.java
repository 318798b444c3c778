package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;

/**
 * Somebody handed an issue to Signalbox's own agent in Linear, or spoke to it. A result of OPENED
 * is the first, CHANGED the second, WITHDRAWN the person's order to stop.
 */
final class AgentSessionEvent {
  private AgentSessionEvent() {}

  static Normalised read(LinearPayload payload) {
    JsonView session = payload.body().at("agentSession");
    JsonView activity = payload.body().at("agentActivity");
    return switch (payload.action()) {
      case "created" ->
          Normalised.of(
              item(
                  payload,
                  "linear:agent-session:" + session.words("id") + ":created",
                  session.at("creator"),
                  session.words("comment", "body"),
                  Result.OPENED));
      case "prompted" ->
          Normalised.of(
              item(
                  payload,
                  "linear:agent-activity:" + activity.words("id"),
                  activity.at("user"),
                  activity.words("content", "body"),
                  activity.words("signal").equals("stop") ? Result.WITHDRAWN : Result.CHANGED));
      default -> payload.ignored("says nothing");
    };
  }

  private static FeedbackItem item(
      LinearPayload payload, String id, JsonView user, String text, Result result) {
    JsonView session = payload.body().at("agentSession");
    String title = result == Result.OPENED ? session.words("issue", "title") : text;
    return new FeedbackItem(
        id,
        LinearPayload.member(user)
            .orElseGet(() -> new Speaker(Source.LINEAR, "automation", Standing.KNOWN)),
        Kind.AGENT,
        LinearPayload.subject(session.at("issue")),
        LinearPayload.content(
            LinearPayload.title(title), text, result, session.text("issue", "url")),
        payload.at(payload.body().at("agentActivity"), "createdAt"));
  }
}
