package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Words;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of something that Signalbox wrote, as an invisible comment before its text: after it, a
 * code block that is not closed would show it. Who reads it has to look at the author too: anybody
 * can write a mark.
 */
public final class Mark {
  private static final int KEY_CHARS_MAX = 200;
  private static final String KEY_EXTRA = "._-/:#";
  private static final String CUT = "\n\n(The rest is cut: GitHub takes no longer text.)";
  private static final Pattern MARK =
      Pattern.compile("\\A<!-- signalbox: ([A-Za-z0-9][A-Za-z0-9._/:#-]*) -->(\r?\n){0,2}");

  private Mark() {}

  /**
   * The text with the key.
   *
   * @param key 1 to 200 letters, digits, {@code .}, {@code _}, {@code -}, {@code /}, {@code :} or
   *     {@code #}, beginning with a letter or a digit
   */
  public static String add(String text, String key) {
    if (!Words.isWord(key, KEY_CHARS_MAX, KEY_EXTRA)) {
      throw new IllegalArgumentException("expected a key, found " + key);
    }
    String mark = "<!-- signalbox: " + key + " -->\n\n";
    return mark + cut(text, Limits.GITHUB_TEXT_CHARS_MAX - mark.length());
  }

  /** The text as long as GitHub takes it. */
  public static String cut(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return text;
    }
    int end = charsMax - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /** The key before a text. */
  public static Optional<String> keyIn(String text) {
    Matcher found = MARK.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The text without its key. */
  public static String strip(String text) {
    Matcher found = MARK.matcher(text);
    return found.find() ? text.substring(found.end()) : text;
  }

  /** Whether GitHub would show the two alike. */
  public static boolean isSame(String one, String other) {
    return normal(one).equals(normal(other));
  }

  private static String normal(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
