package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small patterns and paths over {@code a}, {@code b}, the dot and the slash. */
final class RandomPatterns {
  private static final List<String> PIECES =
      List.of(
          "a", "a", "b", "b", ".", "*", "*", "?", "[ab]", "[!a]", "[a-b]", "[^b.]", "{a}", "\\*");

  private final Random random;

  RandomPatterns(long seed) {
    this.random = new Random(seed);
  }

  /** A pattern with balanced braces; many are refused for their segments. */
  String any() {
    return (random.nextInt(20) == 0 ? "./" : "")
        + pattern(2)
        + (random.nextInt(12) == 0 ? "/" : "");
  }

  /** A pattern that the parser takes. */
  Glob valid() {
    while (true) {
      try {
        return Glob.parse(any());
      } catch (GlobSyntaxException e) {
        // Try another one.
      }
    }
  }

  List<Glob> valid(int count) {
    List<Glob> globs = new ArrayList<>();
    while (globs.size() < count) {
      globs.add(valid());
    }
    return globs;
  }

  String path() {
    List<String> paths = Paths.UP_TO_FIVE;
    return paths.get(random.nextInt(paths.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private String pattern(int depth) {
    StringBuilder pattern = new StringBuilder();
    int segments = 1 + random.nextInt(3);
    for (int i = 0; i < segments; i++) {
      pattern.append(i == 0 ? "" : "/").append(segment(depth));
    }
    return pattern.toString();
  }

  private String segment(int depth) {
    if (random.nextInt(4) == 0) {
      return "**";
    }
    StringBuilder segment = new StringBuilder();
    int pieces = 1 + random.nextInt(3);
    for (int i = 0; i < pieces; i++) {
      segment.append(
          depth > 0 && random.nextInt(5) == 0
              ? choice(depth - 1)
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    // Two stars of one segment would read as another token.
    return segment.toString().replace("**", "*");
  }

  private String choice(int depth) {
    List<String> alternatives = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      alternatives.add(
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> pattern(depth);
            case 2 -> "/" + pattern(depth);
            case 3 -> pattern(depth) + "/";
            default -> segment(depth);
          });
    }
    return "{" + String.join(",", alternatives) + "}";
  }

  /** Every path up to five characters. */
  static final class Paths {
    static final List<String> UP_TO_FIVE = List.copyOf(enumerate());

    private Paths() {}

    private static List<String> enumerate() {
      List<String> texts = new ArrayList<>(List.of(""));
      for (int i = 0; i < texts.size() && texts.get(i).length() < 5; i++) {
        for (String c : List.of("a", "b", ".", "/")) {
          texts.add(texts.get(i) + c);
        }
      }
      texts.removeIf(text -> !isPath(text));
      return texts;
    }

    private static boolean isPath(String text) {
      return List.of(text.split("/", -1)).stream()
          .noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
    }
  }
}
