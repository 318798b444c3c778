package dev.signalbox.runner.acp;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Pricing;
import dev.signalbox.session.Tokens;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What the agent tells of its use: the context, the tokens, the cost. */
final class Meter {
  /** More is no cost of one session but a damaged number. */
  private static final double USD_MAX = 1_000_000;

  private static final double MICRO = 1_000_000;

  private final Pricing pricing;
  private String model;
  private Tokens tokens = Tokens.NONE;
  private OptionalLong cost = OptionalLong.empty();
  private long costBefore;
  private long contextTokens;
  private long contextTokensMax;

  /**
   * Begins at nothing.
   *
   * @param model that is asked for; empty for the agent's own
   */
  Meter(Pricing pricing, String model) {
    this.pricing = pricing;
    this.model = model;
  }

  void tellModel(String told) {
    model = told.isEmpty() ? model : told;
  }

  /**
   * Takes a notification. Its cost is that of the session, with what earlier processes spent.
   *
   * @param isBefore whether this process has done nothing yet
   */
  void update(JsonNode told, boolean isBefore) {
    contextTokens = count(told, "used");
    contextTokensMax = count(told, "size");
    JsonNode amount = told.path("cost").path("amount");
    double usd = amount.asDouble(-1);
    if (told.path("cost").path("currency").asString("").equals("USD")
        && usd >= 0
        && usd <= USD_MAX) {
      long micro = Math.round(usd * MICRO);
      if (isBefore) {
        costBefore = micro;
      } else {
        cost = OptionalLong.of(Math.max(cost.orElse(0), micro - costBefore));
      }
    }
  }

  /** Takes the end of a turn. */
  void turnOver(JsonNode result) {
    JsonNode usage = result.path("usage");
    JsonNode quota = result.path("_meta").path("quota").path("token_count");
    tokens =
        tokens.plus(
            usage.isObject()
                ? used(usage)
                : new Tokens(count(quota, "input_tokens"), 0, count(quota, "output_tokens")));
  }

  /** Some count what the cache gave among the input, and then the sum tells. */
  private static Tokens used(JsonNode usage) {
    long input = count(usage, "inputTokens");
    long cached = count(usage, "cachedReadTokens");
    long output = count(usage, "outputTokens");
    boolean isAmongInput =
        cached > 0 && cached <= input && input + output == count(usage, "totalTokens");
    long written = count(usage, "cachedWriteTokens");
    return new Tokens(isAmongInput ? input - cached : input + written, cached, output);
  }

  private static long count(JsonNode node, String name) {
    return Math.clamp(node.path(name).asLong(0), 0, Limits.CONTEXT_TOKENS_MAX);
  }

  /** What this process spent, in millionths of a dollar; 0 while unknown. */
  long microUsd() {
    long told = cost.orElse(0);
    return told > 0 ? told : pricing.microUsd(model, tokens);
  }

  Tokens tokens() {
    return tokens;
  }

  long contextTokens() {
    return contextTokens;
  }

  long contextTokensMax() {
    return contextTokensMax;
  }
}
