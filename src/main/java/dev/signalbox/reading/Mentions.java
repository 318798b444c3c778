package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds units of work in running text: {@code Phase 53}, {@code Tasks 1, 2 and 4}, {@code Steps
 * 3-4}, {@code U1}, {@code CIA-413}. A list ends at the first word that is none of its members, so
 * that numbers in the prose behind it are not taken for ids.
 */
public final class Mentions {
  private static final Set<String> JOINERS =
      Set.of("and", "or", "plus", "to", "through", "thru", "both", "then");

  private static final Set<String> RANGES =
      Set.of("–", "—", "-", "…", "..", "...", "to", "through", "thru");

  private static final String SEPARATORS = " \t,;&+/*`_[]–-—…#'\"→>|";
  private static final int CODE_CHARS_MAX = 24;

  private final Line line;
  private final List<Mention> found = new ArrayList<>();
  private String word = "";

  /** Whether the next id belongs to a list of work. */
  private boolean isOpen;

  /** The index after the last member, while only separators have followed it; else -1. */
  private int memberEnd = -1;

  private Mentions(Line line, boolean isOpen) {
    this.line = line;
    this.isOpen = isOpen;
  }

  /** The mentions in a value that is a list of work, where a bare id counts from the start. */
  public static List<Mention> inList(Line line) {
    return new Mentions(line, true).read();
  }

  /** The mentions in prose, where an id counts only after its noun. */
  public static List<Mention> inProse(Line line) {
    return new Mentions(line, false).read();
  }

  private List<Mention> read() {
    String text = line.text();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(') {
        int close = text.indexOf(')', i);
        i = close < 0 ? text.length() : close + 1;
      } else if (Ascii.isAlphanumeric(c)) {
        i = token(i);
      } else {
        separator(c, i);
        i++;
      }
    }
    return found;
  }

  private void separator(char c, int at) {
    boolean dots = c == '.' && line.text().startsWith("..", Math.max(0, at - 1));
    boolean opening = c == '(' && found.isEmpty();
    if (!dots && !opening && SEPARATORS.indexOf(c) < 0) {
      close();
    }
  }

  private void close() {
    isOpen = false;
    word = "";
    memberEnd = -1;
  }

  /** Takes the token at {@code from}; returns the index after it. */
  private int token(int from) {
    String text = line.text();
    int end = Ascii.idEnd(text, from);
    String token = text.substring(from, end);
    Optional<String> noun = WorkWord.of(token);
    if (text.startsWith("://", end)) {
      close();
      return urlEnd(text, end);
    }
    if (noun.isPresent()) {
      word = noun.get();
      isOpen = true;
      memberEnd = -1;
    } else if (nounInCode(token).isPresent()) {
      word = nounInCode(token).get();
      member(token, from, end);
    } else if (isOpen && (WorkLabel.isId(token) || isCode(token))) {
      member(token, from, end);
    } else if (!JOINERS.contains(token)) {
      close();
    }
    return end;
  }

  private void member(String token, int from, int end) {
    int hyphen = token.indexOf('-');
    boolean range =
        hyphen > 0
            && Ascii.isDigit(token.charAt(0))
            && Ascii.isDigit(token.charAt(hyphen + 1 < token.length() ? hyphen + 1 : 0));
    if (memberEnd >= 0 && RANGES.contains(line.text().substring(memberEnd, from).strip())) {
      Mention start = found.removeLast();
      found.add(new Mention(start.word(), start.first(), token, start.at()));
    } else if (range) {
      String last = token.substring(hyphen + 1);
      found.add(new Mention(word, token.substring(0, hyphen), last, line.at(from)));
    } else {
      found.add(new Mention(word, token, token, line.at(from)));
    }
    isOpen = true;
    memberEnd = end;
  }

  /** The noun of a code that begins with one, such as {@code PR-1}. */
  private static Optional<String> nounInCode(String token) {
    int hyphen = token.indexOf('-');
    return hyphen > 0 && WorkLabel.isId(token.substring(hyphen + 1))
        ? WorkWord.singular(token.substring(0, hyphen))
        : Optional.empty();
  }

  /** A code or an issue's key means work where it stands in a list of work. */
  private static boolean isCode(String token) {
    return Ascii.isUpper(token.charAt(0))
        && token.length() <= CODE_CHARS_MAX
        && (Ascii.hasDigit(token) || token.indexOf('-') > 0);
  }

  private static int urlEnd(String text, int from) {
    int end = from;
    while (end < text.length() && " \t)>]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
