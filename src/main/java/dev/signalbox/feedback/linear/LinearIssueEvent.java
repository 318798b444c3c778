package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import java.time.Instant;
import java.util.List;

/** An issue was made, changed or removed. */
final class LinearIssueEvent {
  /** Changes of these move work; others, such as the order in a list, do not. */
  private static final List<String> MOVING =
      List.of(
          "stateId",
          "assigneeId",
          "delegateId",
          "labelIds",
          "title",
          "description",
          "parentId",
          "priority");

  private LinearIssueEvent() {}

  static Normalised read(LinearPayload payload) {
    JsonView issue = payload.data();
    JsonView from = payload.body().at("updatedFrom");
    String action = payload.action();
    boolean isMoved = MOVING.stream().anyMatch(key -> !from.at(key).node().isMissingNode());
    if (action.equals("update") && !isMoved) {
      return payload.ignored("changes nothing that a session works with");
    }
    Result result =
        switch (action) {
          case "create" -> Result.OPENED;
          case "update" -> from.at("stateId").isThere() ? state(issue) : Result.CHANGED;
          case "remove" -> Result.CLOSED;
          case "restore" -> Result.REOPENED;
          default -> Result.NONE;
        };
    if (result == Result.NONE) {
      return payload.ignored("changes nothing that a session works with");
    }
    Instant at = payload.at(issue, "updatedAt", "createdAt");
    return Normalised.of(
        new FeedbackItem(
            "linear:issue:" + issue.words("id") + ":" + action + ":" + at,
            payload.actor(),
            Kind.ISSUE,
            LinearPayload.subject(issue),
            LinearPayload.content(
                issue.words("title") + " (" + issue.words("state", "name") + ")",
                "",
                result,
                payload.body().text("url")),
            at));
  }

  private static Result state(JsonView issue) {
    return switch (issue.words("state", "type")) {
      case "completed", "canceled" -> Result.CLOSED;
      default -> Result.CHANGED;
    };
  }
}
