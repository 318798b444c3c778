package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name at the start of a heading or line by which a plan calls a unit of work: {@code Task 3:},
 * {@code PR-1 —}, {@code U1.}, {@code 1.2}.
 *
 * @param kind how strongly the form says that this is work
 * @param word for {@link Kind#NAMED} the noun in lower case, for {@link Kind#CODED} the letters of
 *     the code, else empty
 * @param id as written; empty for a noun without one, as in {@code Task: sign in}
 * @param title the rest, markup included, at its position
 */
public record WorkLabel(Kind kind, String word, Optional<String> id, Line title) {

  /** How strongly the form says that this is work. */
  public enum Kind {
    /** A noun for work. */
    NAMED,
    /** Capitals and digits, as used for units, but also for decisions and requirements. */
    CODED,
    /** A number alone, as used for tasks, but also for chapters. */
    NUMBERED
  }

  private static final Set<String> PREFIXES = Set.of("user", "work", "implementation", "sub");
  private static final String DASHES = "—–-";

  /** The label at the start of {@code line}, after marks such as emphasis, brackets and emoji. */
  public static Optional<WorkLabel> of(Line line) {
    String text = line.text();
    int start = 0;
    while (start < text.length() && !Ascii.isAlphanumeric(text.charAt(start))) {
      start++;
    }
    if (start == text.length()) {
      return Optional.empty();
    }
    Optional<WorkLabel> named = named(line, start);
    if (named.isPresent()) {
      return named;
    }
    return Ascii.isDigit(text.charAt(start)) ? numbered(line, start) : coded(line, start);
  }

  private static Optional<WorkLabel> named(Line line, int start) {
    String text = line.text();
    int end = lettersEnd(text, start);
    Optional<String> word = WorkWord.singular(text.substring(start, end));
    if (word.isEmpty() && isPrefix(text, start, end)) {
      int second = end + 1;
      end = lettersEnd(text, second);
      word = WorkWord.singular(text.substring(second, end));
    }
    if (word.isEmpty()) {
      return Optional.empty();
    }
    boolean hyphened = end + 1 < text.length() && text.charAt(end) == '-';
    int idStart = hyphened ? end + 1 : skip(text, end, " #");
    int idEnd = Ascii.idEnd(text, idStart);
    String id = text.substring(idStart, idEnd);
    boolean apart = hyphened || idStart > end;
    if (apart && isId(id) && isBoundary(text, idEnd)) {
      String own = hyphened ? text.substring(start, idEnd) : id;
      return Optional.of(
          new WorkLabel(Kind.NAMED, word.get(), Optional.of(own), rest(line, idEnd)));
    }
    return nameless(line, end, word.get());
  }

  private static Optional<WorkLabel> nameless(Line line, int end, String word) {
    int at = skip(line.text(), end, " *");
    boolean separated = at < line.text().length() && ":—–".indexOf(line.text().charAt(at)) >= 0;
    if (!separated || !WorkWord.mayBeNameless(word)) {
      return Optional.empty();
    }
    Line title = rest(line, end);
    return title.text().isEmpty()
        ? Optional.empty()
        : Optional.of(new WorkLabel(Kind.NAMED, word, Optional.empty(), title));
  }

  private static Optional<WorkLabel> coded(Line line, int start) {
    String text = line.text();
    int letters = start;
    while (letters < text.length() && Ascii.isUpper(text.charAt(letters))) {
      letters++;
    }
    int end = Ascii.idEnd(text, start);
    String id = text.substring(start, end);
    int digit = letters < end && text.charAt(letters) == '-' ? letters + 1 : letters;
    boolean isCode =
        letters > start
            && letters - start <= 10
            && digit < end
            && Ascii.isDigit(text.charAt(digit));
    if (!isCode || !isSeparated(text, end)) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkLabel(
            Kind.CODED, text.substring(start, letters), Optional.of(id), rest(line, end)));
  }

  private static Optional<WorkLabel> numbered(Line line, int start) {
    String text = line.text();
    int end = start;
    while (end < text.length() && (Ascii.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    while (text.charAt(end - 1) == '.') {
      end--;
    }
    String id = text.substring(start, end);
    boolean chapter = id.indexOf('.') > 0 && end < text.length() && text.charAt(end) == ' ';
    if (!chapter && !isSeparated(text, end)) {
      return Optional.empty();
    }
    return Optional.of(new WorkLabel(Kind.NUMBERED, "", Optional.of(id), rest(line, end)));
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPrefix(String text, int start, int end) {
    return end < text.length()
        && (text.charAt(end) == ' ' || text.charAt(end) == '-')
        && PREFIXES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static int skip(String text, int from, String marks) {
    int i = from;
    while (i < text.length() && marks.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  /** A number, a number with letters, a short code, or a single capital. */
  static boolean isId(String text) {
    if (text.isEmpty()) {
      return false;
    }
    boolean single = text.length() == 1 && Ascii.isUpper(text.charAt(0));
    return single || Ascii.isDigit(text.charAt(0)) || (Ascii.hasDigit(text) && isShortCode(text));
  }

  private static boolean isShortCode(String text) {
    int letters = lettersEnd(text, 0);
    return letters <= 3 && text.length() <= 12;
  }

  private static boolean isBoundary(String text, int at) {
    return at >= text.length() || !Ascii.isAlphanumeric(text.charAt(at));
  }

  /** Whether a colon, full stop, bracket or dash follows, as after a code, and not just a word. */
  private static boolean isSeparated(String text, int at) {
    int i = skip(text, at, "*`");
    if (i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    if (c == ':' || c == ')' || c == ']') {
      return true;
    }
    if (c == '.') {
      return i + 1 < text.length() && " *".indexOf(text.charAt(i + 1)) >= 0;
    }
    int dash = skip(text, i, " ");
    return dash > i && dash < text.length() && DASHES.indexOf(text.charAt(dash)) >= 0;
  }

  /** What follows the id and its separators. */
  private static Line rest(Line line, int end) {
    int closed = skip(line.text(), end, "*`_");
    return line.from(skip(line.text(), closed, " *:.)]|" + DASHES));
  }
}
