package dev.signalbox.tracker;

import dev.signalbox.plan.Words;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The name of something that Signalbox writes into a tracker, so that it is written once: the same
 * key is the same comment or the same issue, whoever repeats the request.
 *
 * @param value 1 to 200 letters, digits, {@code .}, {@code _}, {@code -}, {@code /}, {@code :} or
 *     {@code #}, beginning with a letter or a digit; unique within what it is written to
 */
public record NoteKey(String value) {
  private static final int CHARS_MAX = 200;

  public NoteKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected a note key, found " + value);
    }
  }

  /** Whether {@code text} may be a key. */
  public static boolean isValid(String text) {
    return Words.isWord(text, CHARS_MAX, "._-/:#");
  }

  /**
   * The id under which trackers that take ids of their clients keep it.
   *
   * @param place what it is written to, so that one key in two places is two things
   */
  public UUID id(String place) {
    byte[] name = ("signalbox\n" + place + "\n" + value).getBytes(StandardCharsets.UTF_8);
    UUID hashed = UUID.nameUUIDFromBytes(name);
    // Linear takes version 4 only. The 122 free bits come from the name all the same.
    long most = (hashed.getMostSignificantBits() & ~0xF000L) | 0x4000L;
    return new UUID(most, hashed.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value;
  }
}
