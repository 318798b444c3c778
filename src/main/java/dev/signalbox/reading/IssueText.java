package dev.signalbox.reading;

import dev.signalbox.document.Line;
import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of a tracker in running text: {@code CIA-413}, {@code #12}, {@code owner/repo#12}. */
public final class IssueText {
  private IssueText() {}

  /**
   * The keys in {@code text}, in order, each once. Of links only the text counts. A key is letters,
   * a hyphen, and digits or {@code X}s as in a template; or a number after {@code #}.
   */
  public static List<IssueId> all(String text) {
    List<IssueId> found = new ArrayList<>();
    String plain = InlineText.plain(text);
    int i = 0;
    while (i < plain.length()) {
      if (!isKeyPart(plain.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < plain.length() && isKeyPart(plain.charAt(end))) {
        end++;
      }
      String word = plain.substring(i, trimmed(plain, i, end));
      if (isKey(word) && !found.contains(new IssueId(word))) {
        found.add(new IssueId(word));
      }
      i = end;
    }
    return found;
  }

  /** The only key in the brackets that end {@code title}, as in {@code Review gates (CIA-413)}. */
  public static Optional<IssueId> atEnd(String title) {
    int open = tailStart(title);
    if (open < 0) {
      return Optional.empty();
    }
    List<IssueId> keys = all(title.substring(open));
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  /** The title without the bracketed key that {@link #atEnd} finds. */
  public static String withoutEnd(String title) {
    return atEnd(title).isEmpty() ? title : title.substring(0, tailStart(title)).stripTrailing();
  }

  /** Whether the whole of {@code line} is one key. */
  static boolean isKey(String word) {
    if (!IssueId.isValid(word)) {
      return false;
    }
    int hash = word.lastIndexOf('#');
    if (hash >= 0) {
      return Ascii.isNumber(word.substring(hash + 1));
    }
    int hyphen = word.lastIndexOf('-');
    String number = word.substring(hyphen + 1);
    boolean placeholder = number.length() >= 2 && isOneCapital(number);
    return hyphen >= 2
        && isProject(word.substring(0, hyphen))
        && (Ascii.isNumber(number) || placeholder);
  }

  /** Template keys repeat one capital: {@code CIA-XXX}, {@code CIA-YYY}. */
  private static boolean isOneCapital(String number) {
    return number.chars().allMatch(c -> c == number.charAt(0) && Ascii.isUpper((char) c));
  }

  private static boolean isProject(String text) {
    return Ascii.isUpper(text.charAt(0))
        && text.chars().allMatch(c -> Ascii.isUpper((char) c) || Ascii.isDigit((char) c));
  }

  private static boolean isKeyPart(char c) {
    return Ascii.isIdPart(c) || c == '#' || c == '/';
  }

  private static int trimmed(String text, int from, int end) {
    int last = end;
    while (last > from && !Ascii.isAlphanumeric(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private static int tailStart(String title) {
    String text = title.stripTrailing();
    if (text.endsWith(")")) {
      return matching(text, '(', ')');
    }
    return text.endsWith("]") ? matching(text, '[', ']') : -1;
  }

  private static int matching(String text, char open, char close) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      if (text.charAt(i) == close) {
        depth++;
      } else if (text.charAt(i) == open && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The keys of a table cell. */
  public static List<IssueId> all(Line cell) {
    return all(cell.text());
  }
}
