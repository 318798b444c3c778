package dev.signalbox.plan.speckit;

import java.util.Comparator;
import java.util.Optional;

/**
 * A task's number with its suffix: {@code T010}, {@code T010a}, {@code T010.2}, {@code T010-TEST}.
 * Ordered by number, then suffix, so that a range {@code T010-T013} holds {@code T010a} and not
 * {@code T013a}.
 *
 * @param text as written
 */
record TaskId(String text, int number, String suffix) implements Comparable<TaskId> {
  private static final int DIGITS_MAX = 6;
  private static final int SUFFIX_CHARS_MAX = 16;
  private static final Comparator<TaskId> ORDER =
      Comparator.comparingInt(TaskId::number).thenComparing(TaskId::suffix);

  /** The id that begins at {@code from}; empty where none does or a word runs on. */
  static Optional<TaskId> at(String text, int from) {
    int digits = from + 1;
    if (from >= text.length() || text.charAt(from) != 'T') {
      return Optional.empty();
    }
    if (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      return Optional.empty();
    }
    int end = digitsEnd(text, digits);
    if (end == digits || end - digits > DIGITS_MAX) {
      return Optional.empty();
    }
    int suffixEnd = suffixEnd(text, end);
    if (suffixEnd - end > SUFFIX_CHARS_MAX) {
      return Optional.empty();
    }
    boolean runsOn = suffixEnd < text.length() && Character.isLetterOrDigit(text.charAt(suffixEnd));
    if (runsOn) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text.substring(digits, end));
    String suffix = text.substring(end, suffixEnd);
    return Optional.of(new TaskId(text.substring(from, suffixEnd), number, suffix));
  }

  /** A lower-case letter, a dot with a number, or a dash with a word in capitals. */
  private static int suffixEnd(String text, int end) {
    int word = end + 1;
    while (text.startsWith("-", end) && word < text.length() && isCapital(text.charAt(word))) {
      word++;
    }
    if (word > end + 2 && (word == text.length() || !Character.isDigit(text.charAt(word)))) {
      return word;
    }
    if (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      return end + 1;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.') {
      int after = digitsEnd(text, end + 1);
      return after > end + 1 ? after : end;
    }
    return end;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  @Override
  public int compareTo(TaskId other) {
    return ORDER.compare(this, other);
  }
}
