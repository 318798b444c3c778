package dev.signalbox.plan.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant. */
final class NearWord {
  private static final int EDITS_MAX = 2;

  private NearWord() {}

  /** The first of {@code words} within two edits of {@code text}; short words within one. */
  static Optional<String> of(String text, List<String> words) {
    String word = text.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(known -> edits(word, known) <= (known.length() <= 4 ? 1 : EDITS_MAX))
        .findFirst();
  }

  private static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > EDITS_MAX) {
      return EDITS_MAX + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
