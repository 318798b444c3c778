package dev.signalbox.runner.codex;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Pricing;
import dev.signalbox.session.Tokens;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the process used. The app server tells totals of each thread, the session's own and those of
 * its subagents; a resumed thread begins with what earlier processes used.
 */
final class Usage {
  private final Pricing pricing;
  private final Map<String, Tokens> totals = new HashMap<>();
  private Tokens used = Tokens.NONE;
  private long microUsd;
  private long context;
  private long window;

  Usage(Pricing pricing) {
    this.pricing = pricing;
  }

  /**
   * Counts what a thread used since it was last told.
   *
   * @param isEarlier whether other processes used it
   * @param isOwn whether it is the session's own thread, whose context is shown
   */
  void tell(JsonNode params, String model, boolean isEarlier, boolean isOwn) {
    JsonNode usage = params.path("tokenUsage");
    String thread = params.path("threadId").asString("");
    if (totals.size() >= Limits.QUESTIONS_KEPT_MAX && !totals.containsKey(thread)) {
      return;
    }
    Tokens total = tokens(usage.path("total"));
    Tokens before = totals.getOrDefault(thread, Tokens.NONE);
    totals.put(thread, total);
    if (!isEarlier) {
      Tokens more =
          new Tokens(
              Math.max(0, total.input() - before.input()),
              Math.max(0, total.cached() - before.cached()),
              Math.max(0, total.output() - before.output()));
      used = used.plus(more);
      microUsd += pricing.microUsd(model, more);
    }
    if (isOwn) {
      context = count(usage.path("last"), "totalTokens");
      window = count(usage, "modelContextWindow");
    }
  }

  Tokens used() {
    return used;
  }

  long microUsd() {
    return microUsd;
  }

  /** Tokens in the conversation at the last call of the model. */
  long context() {
    return context;
  }

  /** The size of the model's window; 0 while unknown. */
  long window() {
    return window;
  }

  /** Its input has those from the cache in it. */
  private static Tokens tokens(JsonNode total) {
    long cached = count(total, "cachedInputTokens");
    long input = Math.max(0, count(total, "inputTokens") - cached);
    return new Tokens(input, cached, count(total, "outputTokens"));
  }

  private static long count(JsonNode node, String name) {
    return Math.clamp(node.path(name).asLong(0), 0, Limits.CONTEXT_TOKENS_MAX);
  }
}
