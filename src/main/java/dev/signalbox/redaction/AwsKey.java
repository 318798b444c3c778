package dev.signalbox.redaction;

import java.util.List;

/** A secret key of AWS, which has no word of its own: it is near the id that it belongs to. */
final class AwsKey {
  private static final int BYTES = 40;

  /** From the id: a line or two of a file of settings, or the next entry of a list. */
  private static final int NEAR_BYTES = 300;

  private AwsKey() {}

  /** Adds the first run of the right length that no hash could be: it has letters of both cases. */
  static void find(Bytes bytes, int from, List<Span> into) {
    int index = from;
    while (index < Math.min(bytes.end(), from + NEAR_BYTES)) {
      int end = bytes.runEnd(Alphabet.BASE64, index, NEAR_BYTES);
      int start = bytes.at(index) == '=' ? index + 1 : index;
      if (end - start == BYTES
          && Alphabet.UPPER.isIn(bytes, start, end)
          && Alphabet.LOWER.isIn(bytes, start, end)) {
        into.add(new Span(start, end));
        return;
      }
      index = end + 1;
    }
  }
}
