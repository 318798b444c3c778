package dev.signalbox.runner.acp;

import dev.signalbox.runner.ShortText;
import dev.signalbox.session.TurnResult;

/** How a turn ended, by the answer to its prompt. */
final class TurnEnd {
  private TurnEnd() {}

  static TurnResult of(Incoming.Response response) {
    if (response.isError()) {
      return new CallError(response.error()).result();
    }
    String reason = response.result().path("stopReason").asString("");
    return switch (reason) {
      case "end_turn" -> new TurnResult.Completed();
      case "cancelled" -> new TurnResult.Interrupted();
      case "max_tokens", "max_turn_requests" -> new TurnResult.LimitReached(reason);
      case "refusal" -> new TurnResult.Failed("the model refused");
      default ->
          new TurnResult.Failed(
              ShortText.reason("expected the reason of the turn's end, found " + reason));
    };
  }
}
