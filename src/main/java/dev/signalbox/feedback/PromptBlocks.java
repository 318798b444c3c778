package dev.signalbox.feedback;

import java.util.Locale;

/**
 * The parts of reviews that are written to be pasted into an agent, such as "Prompt for AI Agent":
 * they say the same again as orders, and a session is given findings and no orders.
 */
public final class PromptBlocks {
  private static final String OPEN = "<details>";
  private static final String CLOSE = "</details>";
  private static final String SUMMARY_END = "</summary>";

  private PromptBlocks() {}

  /** The text without them. */
  public static String without(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length() || !lower.contains("prompt for")) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int open = lower.indexOf(OPEN); open >= 0; open = lower.indexOf(OPEN, from)) {
      int close = lower.indexOf(CLOSE, open);
      if (close < 0) {
        break;
      }
      int end = close + CLOSE.length();
      boolean isPrompt = isPrompt(lower.substring(open, close));
      kept.append(text, from, isPrompt ? open : end);
      from = end;
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static boolean isPrompt(String block) {
    int end = block.indexOf(SUMMARY_END);
    String summary = end < 0 ? "" : block.substring(0, end);
    return summary.contains("prompt for") && summary.contains("agent");
  }
}
