package dev.signalbox.runner.codex;

import dev.signalbox.runner.ShortText;
import dev.signalbox.session.TurnResult;
import tools.jackson.databind.JsonNode;

/** How a turn ended. */
final class TurnEnd {
  private TurnEnd() {}

  /**
   * The result of a turn.
   *
   * @param turn as in the notice {@code turn/completed}
   */
  static TurnResult of(JsonNode turn) {
    return switch (turn.path("status").asString("")) {
      case "completed" -> new TurnResult.Completed();
      case "interrupted" -> new TurnResult.Interrupted();
      default -> failure(turn.path("error"));
    };
  }

  /** The kind of an error is a word, or an object whose only name is that word. */
  private static TurnResult failure(JsonNode error) {
    JsonNode info = error.path("codexErrorInfo");
    String kind =
        info.isObject() ? info.propertyNames().stream().findFirst().orElse("") : info.asString("");
    String reason = ShortText.reason(error.path("message").asString(kind));
    return switch (kind) {
      case "flexUnavailable",
          "httpConnectionFailed",
          "internalServerError",
          "policyCapacityUnavailable",
          "rateLimitExceeded",
          "responseStreamConnectionFailed",
          "responseStreamDisconnected",
          "responseTooManyFailedAttempts",
          "serverOverloaded",
          "unauthorized",
          "usageLimitExceeded" ->
          new TurnResult.ServiceFailed(reason);
      case "contextWindowExceeded", "sessionBudgetExceeded" -> new TurnResult.LimitReached(reason);
      default -> new TurnResult.Failed(reason);
    };
  }
}
