package dev.signalbox.prose;

import java.util.List;

/** Sentences of plans: cut and joined, never reworded. */
public final class Prose {
  private static final List<String> ABBREVIATIONS = List.of("e.g.", "i.e.", "etc.", "vs.", "cf.");

  private Prose() {}

  /** The text with every run of white space, line ends too, as one space; trimmed. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean isGap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        isGap = true;
      } else {
        if (isGap && !line.isEmpty()) {
          line.append(' ');
        }
        isGap = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  /**
   * The text up to its first full stop that ends a sentence, on one line and without that stop. A
   * stop inside backticks, in an abbreviation, or with no space after it ends nothing.
   */
  public static String firstSentence(String text) {
    String line = oneLine(text);
    boolean isCode = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '`') {
        isCode = !isCode;
      } else if (c == '.' && !isCode && isEnd(line, i)) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  private static boolean isEnd(String line, int stop) {
    if (stop + 1 < line.length() && line.charAt(stop + 1) != ' ') {
      return false;
    }
    return ABBREVIATIONS.stream()
        .noneMatch(word -> line.startsWith(word, stop + 1 - word.length()));
  }
}
