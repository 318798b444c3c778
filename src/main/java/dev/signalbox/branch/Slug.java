package dev.signalbox.branch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A text as part of a branch name: lower-case ASCII letters and digits, words joined by -. */
public final class Slug {
  private Slug() {}

  /**
   * Accents are taken off; letters of other scripts are dropped; everything else ends a word. Empty
   * where nothing is left.
   *
   * @param charsMax whole words up to that length; a first word that is longer is cut
   */
  public static String of(String text, int charsMax) {
    StringBuilder slug = new StringBuilder();
    for (String word : words(text)) {
      int length = slug.length() + (slug.isEmpty() ? 0 : 1) + word.length();
      if (length > charsMax) {
        return slug.isEmpty() ? word.substring(0, charsMax) : slug.toString();
      }
      slug.append(slug.isEmpty() ? "" : "-").append(word);
    }
    return slug.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    decomposed
        .codePoints()
        .forEach(c -> {
          if (isAsciiWord(c)) {
            word.append((char) lower(c));
          } else if (endsWord(c) && !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** Marks, letters of other scripts and apostrophes vanish without a gap. */
  private static boolean endsWord(int c) {
    return !Character.isLetter(c)
        && Character.getType(c) != Character.NON_SPACING_MARK
        && "'\u2019".indexOf(c) < 0;
  }

  private static boolean isAsciiWord(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static int lower(int c) {
    return Character.toLowerCase(c);
  }
}
