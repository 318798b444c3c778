package dev.signalbox.approval;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a person names a gate.
 *
 * @param number of the gate
 * @param hash the first characters of the hash of what was shown: another text has another id
 */
public record GateId(long number, String hash) {
  /** Characters of the hash: 32 bits, which a person still copies. */
  public static final int HASH_CHARS = 8;

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})-([0-9a-f]{8})");

  /** Reads {@code 12-3fa9c1d2}; empty for anything else. */
  public static Optional<GateId> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new GateId(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return number + "-" + hash;
  }
}
