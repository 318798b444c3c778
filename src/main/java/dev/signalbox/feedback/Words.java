package dev.signalbox.feedback;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes what comes from outside bounded and of one form. What has no such form is left out. */
public final class Words {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,99})/[A-Za-z0-9._-]{1,100}");

  /** What Signalbox writes into trackers and pull requests ends or begins with such a line. */
  private static final String OWN_MARK = "<!-- signalbox:";

  /** How a comment of ours begins in Linear, which shows HTML comments. */
  private static final String OWN_LINK = "[Signalbox](https://signalbox.invalid/note/";

  private static final int BRANCH_CHARS_MAX = 255;
  private static final int URL_CHARS_MAX = 2_000;

  private Words() {}

  /** One line without control characters. */
  public static String line(String text) {
    String start = start(text, Limits.FEEDBACK_TEXT_CHARS_MAX);
    String line = start.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= Limits.FEEDBACK_TITLE_CHARS_MAX
        ? line
        : start(line, Limits.FEEDBACK_TITLE_CHARS_MAX - 1) + "\u2026";
  }

  /** A text whose end may be cut off, and then says so. */
  public static String text(String text) {
    String start = start(text, Limits.FEEDBACK_TEXT_CHARS_MAX);
    int left = text.length() - start.length();
    return left == 0 ? text : start + "\n\n(" + left + " more characters are left out)";
  }

  /** No half of a surrogate pair is left at the end. */
  static String start(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return text;
    }
    boolean isHalf = Character.isHighSurrogate(text.charAt(charsMax - 1));
    return text.substring(0, isHalf ? charsMax - 1 : charsMax);
  }

  /** Whether Signalbox said this itself; a quotation of it begins its lines with another sign. */
  public static boolean isOwn(String text) {
    String stripped = text.strip();
    return stripped.startsWith(OWN_MARK)
        || stripped.startsWith(OWN_LINK)
        || stripped.substring(stripped.lastIndexOf('\n') + 1).startsWith(OWN_MARK);
  }

  /** A commit's name in lower case; whole or the first seven digits and more. */
  public static Optional<String> commit(Optional<String> text) {
    return text.filter(commit -> COMMIT.matcher(commit).matches())
        .map(commit -> commit.toLowerCase(Locale.ROOT));
  }

  /** {@code owner/name}. */
  public static Optional<String> repository(Optional<String> text) {
    return text.filter(name -> REPOSITORY.matcher(name).matches());
  }

  /** A branch's name without {@code refs/heads/}. */
  public static Optional<String> branch(Optional<String> text) {
    String prefix = "refs/heads/";
    return text.map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
        .filter(name -> !name.isEmpty() && name.length() <= BRANCH_CHARS_MAX)
        .filter(name -> name.chars().noneMatch(c -> c <= ' ' || c == 0x7F));
  }

  /** An address of the web. */
  public static Optional<String> url(Optional<String> text) {
    return text.filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .filter(url -> url.length() <= URL_CHARS_MAX)
        .filter(url -> url.chars().noneMatch(c -> c <= ' ' || c == 0x7F || c == '"' || c == '<'));
  }

  /** A tracker's key. */
  public static Optional<IssueId> issue(Optional<String> text) {
    return text.filter(IssueId::isValid).map(IssueId::new);
  }

  /** A path and, where it is known, a line. */
  public static Optional<String> place(Optional<String> path, Optional<Integer> line) {
    return path.map(Words::line)
        .filter(name -> !name.isEmpty())
        .map(name -> line.map(number -> name + ":" + number).orElse(name));
  }
}
