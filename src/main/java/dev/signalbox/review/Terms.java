package dev.signalbox.review;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a text that carry its meaning, cut so that forms of one word are one term. Names of
 * code fall apart into their words.
 */
final class Terms {
  /** Forms of one English word mostly share so many letters. */
  private static final int CHARS_MAX = 5;

  private static final int CHARS_MIN = 3;
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
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

  static NavigableSet<String> of(String text) {
    NavigableSet<String> terms = new TreeSet<>();
    for (String word : GAP.splitAsStream(HUMP.matcher(text).replaceAll(" ")).toList()) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (lower.length() >= CHARS_MIN && !EMPTY.contains(lower)) {
        terms.add(lower.length() > CHARS_MAX ? lower.substring(0, CHARS_MAX) : lower);
      }
    }
    return terms;
  }
}
