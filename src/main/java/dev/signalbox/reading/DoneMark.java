package dev.signalbox.reading;

import java.util.Locale;
import java.util.Set;

/** The ways in which people mark work as finished. Finished work is not dispatched again. */
public final class DoneMark {
  private static final Set<String> WORDS =
      Set.of("complete", "completed", "done", "shipped", "finished", "merged", "landed", "closed");

  /** What may follow the word in a mark, besides dates and numbers. */
  private static final Set<String> COMPANIONS =
      Set.of("on", "in", "at", "by", "session", "sessions", "day", "days", "plan", "plans", "pr");

  private static final String TICKS = "✅☑✔";

  private DoneMark() {}

  /** Whether a status, such as {@code Done — 15 tests}, begins by saying that work is finished. */
  public static boolean isDoneStatus(String status) {
    String plain = InlineText.plain(status);
    return startsWithTick(plain) || WORDS.contains(firstWord(plain));
  }

  /**
   * Whether a heading carries a mark: a tick in front or at the end, or a last part after a dash or
   * in brackets that says so, as in {@code Step 2: Audio — COMPLETE}. A title that merely begins
   * with such a word is not marked.
   */
  public static boolean isMarked(String heading) {
    String plain = InlineText.plain(heading);
    return startsWithTick(plain) || endsWithTick(plain) || markStart(plain) >= 0;
  }

  /** The heading's plain text without its mark. */
  public static String withoutMark(String heading) {
    String plain = InlineText.plain(heading);
    int end = plain.length();
    while (end > 0 && isTickOrSpace(plain.charAt(end - 1))) {
      end--;
    }
    int start = markStart(plain.substring(0, end));
    String kept = plain.substring(0, start < 0 ? end : start).stripTrailing();
    while (!kept.isEmpty() && "—–-".indexOf(kept.charAt(kept.length() - 1)) >= 0) {
      kept = kept.substring(0, kept.length() - 1).stripTrailing();
    }
    return kept;
  }

  /** Where the last part begins, if it is a mark, else -1. */
  private static int markStart(String plain) {
    int open = Math.max(plain.lastIndexOf('('), plain.lastIndexOf('['));
    if (open > 0 && (plain.endsWith(")") || plain.endsWith("]"))) {
      return isMark(plain.substring(open + 1, plain.length() - 1)) ? open : -1;
    }
    int dash = Math.max(plain.lastIndexOf(" — "), plain.lastIndexOf(" – "));
    dash = Math.max(dash, plain.lastIndexOf(" - "));
    return dash > 0 && isMark(plain.substring(dash + 3)) ? dash : -1;
  }

  private static boolean isMark(String part) {
    if (!WORDS.contains(firstWord(part))) {
      return false;
    }
    String[] words = part.strip().split("[ ,:]+", -1);
    for (int i = 1; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      if (!Ascii.hasDigit(word) && !COMPANIONS.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String firstWord(String text) {
    int start = 0;
    while (start < text.length() && !Ascii.isLetter(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean startsWithTick(String plain) {
    return !plain.isEmpty() && TICKS.indexOf(plain.charAt(0)) >= 0;
  }

  private static boolean endsWithTick(String plain) {
    return !plain.isEmpty() && isTickOrSpace(plain.charAt(plain.length() - 1));
  }

  private static boolean isTickOrSpace(char c) {
    // A tick may be followed by the invisible selector of its coloured form.
    return TICKS.indexOf(c) >= 0 || c == '\uFE0F' || c == ' ';
  }
}
