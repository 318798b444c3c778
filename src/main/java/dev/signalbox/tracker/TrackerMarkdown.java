package dev.signalbox.tracker;

import dev.signalbox.document.CodeFence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of others inside of what Signalbox writes into a tracker: it calls nobody, closes nothing,
 * and holds no mark that could pass for one of ours.
 */
public final class TrackerMarkdown {
  private static final char GAP = '\u200B';
  private static final Pattern MENTION = Pattern.compile("@(?=[A-Za-z0-9_-])");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)\\b(close[sd]?|closing|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|complet(?:e[sd]?|ing)"
              + "|implement(?:s|ed|ing)?|refs?|references|part of|related to|contributes to|towards)"
              + "(?=:?\\s+(?:#|https?:|[\\w.-]+/[\\w.-]+#|[A-Za-z][A-Za-z0-9]*-[0-9]))");

  private TrackerMarkdown() {}

  /** The text without marks: an HTML comment is shown instead of hidden. */
  public static String withoutMarks(String text) {
    return text.replace("<!--", "&lt;!--");
  }

  /** The text as it stands, in a block of code that it cannot leave; people read it as written. */
  public static List<String> fenced(String text) {
    String fence = CodeFence.around(text, 3);
    List<String> lines = new ArrayList<>();
    lines.add(fence + "text");
    text.lines().map(TrackerMarkdown::quiet).forEach(lines::add);
    lines.add(fence);
    return lines;
  }

  /** One line of words that stay words: no mention, no closing keyword, no mark. */
  public static String quiet(String line) {
    String calm = MENTION.matcher(line).replaceAll("@" + GAP);
    calm = CLOSING.matcher(calm).replaceAll("$1" + GAP);
    StringBuilder plain = new StringBuilder();
    calm.replace("<!--", "<!" + GAP + "--")
        .codePoints()
        .forEach(c -> {
          if (Character.getType(c) == Character.SURROGATE
              || (c != '\t' && Character.isISOControl(c))) {
            plain.append('\uFFFD');
          } else if (!turnsDirection(c)) {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
