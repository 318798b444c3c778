package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;

/**
 * The oracle of these tests: expands braces into flat patterns and matches each by backtracking.
 * Slow, plain, and independent of the code under test.
 */
final class NaiveGlob {
  private static final char ANY_SEGMENTS = '\uE000';
  private static final int ESCAPED = 0xE100;

  private final List<List<String>> flats = new ArrayList<>();
  private boolean valid = true;

  NaiveGlob(String pattern) {
    for (String flat : expand(encode(pattern.replaceFirst("^(\\./)+", "")))) {
      List<String> segments = new ArrayList<>(List.of(flat.split("/", -1)));
      if (segments.size() > 1 && segments.getLast().isEmpty()) {
        segments.set(segments.size() - 1, String.valueOf(ANY_SEGMENTS));
      }
      valid &= segments.stream().allMatch(NaiveGlob::isValid);
      flats.add(segments);
    }
  }

  /** Whether every choice of alternatives leaves a sensible pattern. */
  boolean isValid() {
    return valid;
  }

  boolean matches(String path) {
    List<String> names = List.of(path.split("/", -1));
    return flats.stream().anyMatch(flat -> matches(flat, names));
  }

  private static boolean isValid(String segment) {
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && (segment.indexOf(ANY_SEGMENTS) < 0 || segment.length() == 1);
  }

  /** Makes two stars one character, and each escaped character another one. */
  private static String encode(String pattern) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        encoded.append((char) (ESCAPED + pattern.charAt(++i)));
      } else if (pattern.startsWith("**", i)) {
        encoded.append(ANY_SEGMENTS);
        i++;
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static List<String> expand(String pattern) {
    int open = pattern.indexOf('{');
    if (open < 0) {
      return List.of(pattern);
    }
    List<String> alternatives = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    int close = open;
    do {
      char c = pattern.charAt(close);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if ((c == ',' && depth == 1) || depth == 0) {
        alternatives.add(pattern.substring(from, close));
        from = close + 1;
      }
      close++;
    } while (depth > 0);
    if (alternatives.size() == 1 && alternatives.getFirst().matches("[ab.]+")) {
      alternatives.add((char) (ESCAPED + '{') + alternatives.getFirst() + (char) (ESCAPED + '}'));
    }
    List<String> expanded = new ArrayList<>();
    for (String alternative : alternatives) {
      expanded.addAll(expand(pattern.substring(0, open) + alternative + pattern.substring(close)));
    }
    return expanded;
  }

  private static boolean matches(List<String> pattern, List<String> names) {
    if (pattern.isEmpty() || names.isEmpty()) {
      return pattern.isEmpty() && names.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().charAt(0) != ANY_SEGMENTS) {
      return matches(pattern.getFirst(), names.getFirst())
          && matches(rest, names.subList(1, names.size()));
    }
    for (int skipped = rest.isEmpty() ? 1 : 0; skipped <= names.size(); skipped++) {
      if (matches(rest, names.subList(skipped, names.size()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    char c = pattern.charAt(0);
    String rest = pattern.substring(1);
    if (c == '*') {
      return matches(rest, name) || (!name.isEmpty() && matches(pattern, name.substring(1)));
    }
    if (c == '[') {
      int close = pattern.indexOf(']', 2);
      String spelling = pattern.substring(0, close + 1);
      String after = pattern.substring(close + 1);
      return (name.startsWith(spelling) && matches(after, name.substring(spelling.length())))
          || (!name.isEmpty()
              && isIn(spelling, name.charAt(0))
              && matches(after, name.substring(1)));
    }
    return !name.isEmpty()
        && (c == '?' || (c >= ESCAPED ? c - ESCAPED : c) == name.charAt(0))
        && matches(rest, name.substring(1));
  }

  private static boolean isIn(String bracket, char c) {
    boolean negated = "!^".indexOf(bracket.charAt(1)) >= 0;
    boolean found = false;
    for (int i = negated ? 2 : 1; i < bracket.length() - 1; i++) {
      boolean range = bracket.charAt(i + 1) == '-';
      char last = range ? bracket.charAt(i + 2) : bracket.charAt(i);
      found |= bracket.charAt(i) <= c && c <= last;
      i += range ? 2 : 0;
    }
    return found != negated;
  }
}
