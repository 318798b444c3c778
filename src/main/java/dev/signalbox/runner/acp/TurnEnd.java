package dev.signalbox.runner.acp;

import dev.signalbox.runner.ShortText;
import dev.signalbox.session.TurnResult;

/** How a turn ended, by the answer to its prompt. */
final class TurnEnd {
  private static final String ERROR = "Error: ";

  private TurnEnd() {}

  /**
   * How it ended.
   *
   * @param lastWords with which the agent ended it: some tell a failure there, of a turn without
   *     any use of the model
   */
  static TurnResult of(Incoming.Response response, String lastWords) {
    if (response.isError()) {
      return new CallError(response.error()).result();
    }
    String reason = response.result().path("stopReason").asString("");
    return switch (reason) {
      case "end_turn" -> {
        boolean isUsed = response.result().has("usage") || response.result().has("_meta");
        yield !isUsed && lastWords.startsWith(ERROR)
            ? CallError.result(lastWords.substring(ERROR.length()))
            : new TurnResult.Completed();
      }
      case "cancelled" -> new TurnResult.Interrupted();
      case "max_tokens", "max_turn_requests" -> new TurnResult.LimitReached(reason);
      case "refusal" -> new TurnResult.Failed("the model refused");
      default ->
          new TurnResult.Failed(
              ShortText.reason("expected the reason of the turn's end, found " + reason));
    };
  }
}
