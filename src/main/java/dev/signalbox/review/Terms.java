package dev.signalbox.review;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The words of a text that carry its meaning, cut so that forms of one word are one term. Names of
 * code fall apart into their words.
 */
final class Terms {
  /** Forms of one English word mostly share so many letters. */
  private static final int CHARS_MAX = 5;

  private static final int CHARS_MIN = 3;
  private static final Set<String> EMPTY =
      Set.of(
          ("about after again all also and any are because been before being both but can cannot"
                  + " code could does doing each either else even every for from had has have here how"
                  + " into its itself just like line lines may might more most must new not now of off"
                  + " one only onto other our out over own same shall should since some still such"
                  + " than that the their them then there these they this those through too two under"
                  + " until use used uses using very was were what when where which while who why will"
                  + " with without would you your")
              .split(" "));

  private Terms() {}

  /** The terms in the order in which they first occur. */
  static SequencedSet<String> of(String text) {
    SequencedSet<String> terms = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      boolean isHump = isUpper(c) && isLowerOrDigit(before);
      if (isHump || !isOfWord(c)) {
        add(terms, word);
      }
      if (isOfWord(c)) {
        word.appendCodePoint(c);
      }
      before = c;
    }
    add(terms, word);
    return terms;
  }

  private static void add(SequencedSet<String> terms, StringBuilder word) {
    String lower = word.toString().toLowerCase(Locale.ROOT);
    word.setLength(0);
    if (lower.length() >= CHARS_MIN && !EMPTY.contains(lower)) {
      terms.add(lower.length() > CHARS_MAX ? lower.substring(0, CHARS_MAX) : lower);
    }
  }

  private static boolean isOfWord(int c) {
    return Character.isLetter(c)
        || switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLowerOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
