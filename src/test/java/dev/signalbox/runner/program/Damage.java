package dev.signalbox.runner.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages lines as a full disk, a killed process or another version of a program does. */
public final class Damage {
  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "[[",
          "\"",
          "\\",
          "\\ud800",
          "1e999",
          "-1",
          "99999999999999999999",
          "9223372036854775807",
          "true",
          "\u0000",
          "\ud83d",
          "[".repeat(2_000));

  private final List<String> pieces = new ArrayList<>(PIECES);
  private final Random random;

  /**
   * Damage of one seed.
   *
   * @param own pieces of the protocol in question, put in beside the general ones
   */
  public Damage(Random random, String... own) {
    this.random = random;
    pieces.addAll(List.of(own));
  }

  /** The line cut off, with something left out, put in, or another value. */
  public String of(String line) {
    int at = random.nextInt(line.length());
    int end = Math.min(line.length(), at + random.nextInt(12));
    String piece = pieces.get(random.nextInt(pieces.size()));
    return switch (random.nextInt(4)) {
      case 0 -> line.substring(0, at);
      case 1 -> line.substring(0, at) + line.substring(end);
      case 2 -> line.substring(0, at) + piece + line.substring(end);
      default -> value(line, piece);
    };
  }

  /** Another value in the place of one that is there. */
  private String value(String line, String piece) {
    int colon = line.indexOf(':', random.nextInt(line.length()));
    if (colon < 0) {
      return piece;
    }
    int comma = line.indexOf(',', colon);
    return line.substring(0, colon + 1) + piece + (comma < 0 ? "}" : line.substring(comma));
  }
}
