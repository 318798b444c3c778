package dev.signalbox.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list of words and phrases to look for.
 *
 * @param terms lower-case words, those of a phrase with one space between
 */
record Terms(List<String> terms) {
  static Terms of(String... terms) {
    return new Terms(List.of(terms));
  }

  /** The first text's first term, in the order of the terms. */
  Optional<String> firstIn(Stream<String> texts) {
    return texts.flatMap(text -> firstIn(text).stream()).findFirst();
  }

  /**
   * The first term that occurs in the text as whole words. A word is a run of letters and digits;
   * it also ends between a small and a capital letter, so that {@code AuthFilter.java} holds {@code
   * auth}.
   */
  Optional<String> firstIn(String text) {
    String words = spaced(text);
    return terms.stream().filter(term -> words.contains(" " + term + " ")).findFirst();
  }

  /** The text's words in lower case, with one space before and after each. */
  static String spaced(String text) {
    StringBuilder words = new StringBuilder(" ");
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean inWord = Character.isLetterOrDigit(c);
      boolean starts = !inWord || (Character.isLowerCase(before) && Character.isUpperCase(c));
      if (starts && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
      if (inWord) {
        words.appendCodePoint(c);
      }
      before = c;
      i += Character.charCount(c);
    }
    return words.append(' ').toString().toLowerCase(Locale.ROOT);
  }
}
