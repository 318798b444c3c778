package dev.signalbox.document;

import java.util.List;

/** Backticks around text of others: as many as no run of them inside can end. */
public final class CodeFence {
  private static final int BLOCK_CHARS_MIN = 3;

  private CodeFence() {}

  /**
   * The fence for a text.
   *
   * @param charsMin its length where the text holds no backtick
   */
  public static String around(String text, int charsMin) {
    return "`".repeat(Math.max(charsMin, longestRun(text) + 1));
  }

  /**
   * The text as a block of Markdown that it cannot leave: its fences and itself.
   *
   * @param info the word after the opening fence
   */
  public static List<String> block(String info, String text) {
    String fence = around(text, BLOCK_CHARS_MIN);
    return List.of(fence + info, text, fence);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
