package dev.signalbox.remote.http.github;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Puts text from outside into paths and queries, where every character that could mean something is
 * percent-encoded.
 */
public final class Target {
  private static final String PLAIN = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Target() {}

  /**
   * One segment of a path.
   *
   * @throws IllegalArgumentException for nothing, {@code .} and {@code ..}, which name another path
   */
  public static String segment(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("expected a name, found \"" + text + "\"");
    }
    return encoded(text);
  }

  /** A value in a query. */
  public static String value(String text) {
    return encoded(text);
  }

  private static String encoded(String text) {
    StringBuilder made = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      made.append(isPlain ? String.valueOf(c) : "%" + HEX.toHexDigits(b));
    }
    return made.toString();
  }
}
