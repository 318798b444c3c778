package dev.signalbox.runner.claude;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.Tokens;
import dev.signalbox.session.TurnResult;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** A line that ends a turn. */
final class Turn {
  /** More is no cost of one turn but a damaged number. */
  private static final double USD_MAX = 1_000_000;

  private final JsonNode event;

  private Turn(JsonNode event) {
    this.event = event;
  }

  static Turn of(String line) {
    return new Turn(Json.tree(line));
  }

  /**
   * Whether nobody spoke in it: of several subagents that came back together all are told to the
   * model in the last of as many turns, and the others end as they begin.
   */
  boolean isEmpty() {
    return !event.path("is_error").asBoolean(false)
        && event.path("num_turns").asInt(1) == 0
        && event.path("origin").path("kind").asString("").equals("task-notification");
  }

  /**
   * How it ended. A failed call of the service is told as a success that is an error; a turn that
   * was stopped as an error in execution.
   */
  TurnResult result() {
    String terminal = text("terminal_reason");
    return switch (terminal) {
      case "aborted_streaming", "aborted_tools" -> new TurnResult.Interrupted();
      default ->
          event.path("is_error").asBoolean(false) ? failure(terminal) : new TurnResult.Completed();
    };
  }

  private TurnResult failure(String terminal) {
    String reason = reason(terminal);
    if (text("subtype").startsWith("error_max_")) {
      return new TurnResult.LimitReached(reason);
    }
    return switch (terminal) {
      case "max_turns", "budget_exhausted" -> new TurnResult.LimitReached(reason);
      // A refusal of the model would be the same a second time.
      case "api_error", "model_error" ->
          text("stop_reason").equals("refusal")
              ? new TurnResult.Failed(reason)
              : new TurnResult.ServiceFailed(reason);
      default -> new TurnResult.Failed(reason);
    };
  }

  private String reason(String terminal) {
    JsonNode errors = event.path("errors");
    String said = errors.isEmpty() ? text("result") : errors.path(0).asString("");
    String subtype = terminal.isEmpty() ? text("subtype") : terminal;
    return ShortText.reason(said.isBlank() ? subtype : said);
  }

  /**
   * What this process spent since its last result, in millionths of a dollar. The totals beside it
   * are those of the conversation, with what earlier processes spent.
   */
  long microUsd() {
    double usd = 0;
    for (JsonNode model : event.path("model_usage_since_last_result")) {
      usd += model.path("costUSD").asDouble(0);
    }
    return usd >= 0 && usd <= USD_MAX ? Math.round(usd * 1_000_000) : 0;
  }

  /** What this process used since its last result. */
  Tokens tokens() {
    Tokens sum = Tokens.NONE;
    for (JsonNode model : event.path("model_usage_since_last_result")) {
      sum =
          sum.plus(
              new Tokens(
                  count(model, "inputTokens") + count(model, "cacheCreationInputTokens"),
                  count(model, "cacheReadInputTokens"),
                  count(model, "outputTokens")));
    }
    return sum;
  }

  private static long count(JsonNode model, String name) {
    return Math.clamp(model.path(name).asLong(0), 0, Limits.CONTEXT_TOKENS_MAX);
  }

  /** The size of a model's window, as far as it was used. */
  OptionalLong window(String model) {
    for (Map.Entry<String, JsonNode> used : event.path("modelUsage").properties()) {
      long tokens = used.getValue().path("contextWindow").asLong(0);
      if (used.getKey().equals(model)) {
        return OptionalLong.of(tokens);
      }
    }
    return OptionalLong.empty();
  }

  private String text(String name) {
    return event.path(name).asString("");
  }
}
