package dev.signalbox.control;

import dev.signalbox.approval.GateId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which gate, and the hash of the text that was seen.
 *
 * @param hash the whole hash, or its start of {@link GateId#HASH_CHARS} characters
 */
public record GateRef(long number, String hash) {
  private static final int HASH_CHARS_MAX = 64;
  private static final Pattern HASH =
      Pattern.compile("[0-9a-f]{" + GateId.HASH_CHARS + "," + HASH_CHARS_MAX + "}");

  public GateRef {
    if (number < 0 || !HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("expected a gate, found " + number + "-" + hash);
    }
  }

  /** Reads an id such as {@code 12-3fa9c1d2}; empty for anything else. */
  public static Optional<GateRef> parse(String id) {
    return GateId.parse(id).map(gate -> new GateRef(gate.number(), gate.hash()));
  }

  /** A gate by its number and its hash; empty where one of them cannot be. */
  public static Optional<GateRef> of(long number, String hash) {
    return number >= 0 && HASH.matcher(hash).matches()
        ? Optional.of(new GateRef(number, hash))
        : Optional.empty();
  }

  /** Whether that is the hash, or the start of that one. */
  public boolean fits(String whole) {
    return whole.startsWith(hash);
  }

  /** {@code 12-3fa9c1d2}. */
  @Override
  public String toString() {
    return number + "-" + hash.substring(0, GateId.HASH_CHARS);
  }
}
