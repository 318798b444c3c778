package dev.signalbox.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line of Markdown into {@link Word}s. Brackets that belong to a path ({@code app/[id]},
 * {@code app/(main)/}, {@code {a,b}.ts}) stay in it. Link targets are left out, and so are code
 * spans with spaces that begin like a command.
 */
final class WordScanner {
  /** Stands for a left-out code span, so that its neighbours do not seem adjacent. */
  static final String OPAQUE = "`";

  /** No name of a folder, code span or address in a plan is longer; keeps the scan linear. */
  private static final int SPAN_CHARS_MAX = 1_000;

  private static final int FENCE = 4;

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private int start = -1;
  private final StringBuilder closers = new StringBuilder();

  private WordScanner(String line) {
    this.line = line;
  }

  static List<Word> scan(String line) {
    WordScanner scanner = new WordScanner(line);
    int i = 0;
    while (i < line.length()) {
      int code = line.charAt(i) == '`' ? scanner.codeEnd(i) : -1;
      if (code >= 0) {
        scanner.end(i);
        scanner.code(i, code);
        i = code;
      } else if (line.startsWith("](", i) && scanner.find(")", i) > 0) {
        scanner.end(i);
        i = scanner.find(")", i) + 1;
      } else {
        scanner.take(i);
        i++;
      }
    }
    scanner.end(line.length());
    return scanner.words;
  }

  /** The index after the code span that begins at {@code open}, or -1 when it never closes. */
  private int codeEnd(int open) {
    int run = 0;
    while (run < FENCE && open + run < line.length() && line.charAt(open + run) == '`') {
      run++;
    }
    int close = run < FENCE ? find("`".repeat(run), open + run) : -1;
    return close < 0 ? -1 : close + run;
  }

  /** The index of the next occurrence in reach, or -1. */
  private int find(String wanted, int from) {
    int limit = Math.min(line.length(), from + SPAN_CHARS_MAX);
    int found = line.substring(from, limit).indexOf(wanted);
    return found < 0 ? -1 : from + found;
  }

  private void code(int from, int to) {
    String content = line.substring(from, to).replace('`', ' ').strip();
    int space = content.indexOf(' ');
    String first = space < 0 ? content : content.substring(0, space);
    boolean isProse = first.indexOf('/') > 0 || first.indexOf('.') > 0;
    if (space >= 0 && (!isProse || first.startsWith("./"))) {
      words.add(new Word(OPAQUE, from, false));
      return;
    }
    for (int i = from; i < to; i++) {
      take(i);
    }
    end(to);
  }

  private void take(int i) {
    if (isSeparator(i)) {
      end(i);
    } else if (start < 0) {
      start = i;
    }
  }

  private void end(int i) {
    if (start >= 0) {
      boolean isCall = i < line.length() && line.charAt(i) == '(';
      words.add(new Word(line.substring(start, i), start, isCall));
    }
    start = -1;
    closers.setLength(0);
  }

  private boolean isSeparator(int i) {
    char c = line.charAt(i);
    return switch (c) {
      case '(' -> !opens(i, '/', ')');
      case '[' -> !opens(i, '/', ']');
      case '{' -> start < 0 || !opens(i, line.charAt(i - 1), '}');
      case ')', ']', '}' -> !closes(c);
      case ',' -> closers.isEmpty() || closers.charAt(closers.length() - 1) != '}';
      default -> Character.isWhitespace(c) || "`\"'“”‘’;|<>=→—–+&".indexOf(c) >= 0;
    };
  }

  /** Whether a bracket begins part of a path: it follows {@code before} and closes in the word. */
  private boolean opens(int i, char before, char closer) {
    if (start < 0 || line.charAt(i - 1) != before) {
      return false;
    }
    int close = find(String.valueOf(closer), i);
    boolean isOneWord =
        close > 0 && line.substring(i, close).chars().noneMatch(Character::isWhitespace);
    if (isOneWord) {
      closers.append(closer);
    }
    return isOneWord;
  }

  private boolean closes(char c) {
    int last = closers.length() - 1;
    if (last < 0 || closers.charAt(last) != c) {
      return false;
    }
    closers.setLength(last);
    return true;
  }
}
