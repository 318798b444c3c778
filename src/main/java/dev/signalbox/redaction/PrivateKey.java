package dev.signalbox.redaction;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A private key in PEM, in lines or with escaped line feeds, also without its end. */
final class PrivateKey {
  private static final int TITLE_BYTES_MAX = 60;

  /** In the key's text, beside which a mere mention of its first line is none. */
  private static final int BODY_BYTES_MIN = 40;

  private static final byte[] DASHES = bytes("-----");
  private static final byte[] KIND = bytes("PRIVATE KEY");
  private static final byte[] END = bytes("-----END ");

  private PrivateKey() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static void find(Bytes bytes, int at, int after, List<Span> into) {
    int body = afterTitle(bytes, after, true);
    if (body < 0) {
      return;
    }
    int index = body;
    int letters = 0;
    while (index < bytes.end()
        && index < at + Redactor.MATCH_BYTES_MAX - TITLE_BYTES_MAX
        && isBody(bytes, index)) {
      letters += Alphabet.BASE64.holds(bytes.at(index)) ? 1 : 0;
      index++;
    }
    if (letters < BODY_BYTES_MIN) {
      return;
    }
    int end = bytes.startsWith(END, index) ? afterTitle(bytes, index + END.length, false) : -1;
    into.add(new Span(at, Math.max(end, index)));
  }

  private static boolean isBody(Bytes bytes, int index) {
    int character = bytes.at(index);
    return Alphabet.BASE64.holds(character)
        || " \t\r\n\\:,".indexOf(character) >= 0
        || (character == '-' && !bytes.startsWith(DASHES, index));
  }

  /** The place after a title and its dashes; -1 where there are none. */
  private static int afterTitle(Bytes bytes, int from, boolean isKindAsked) {
    boolean isKind = false;
    for (int index = from; index < from + TITLE_BYTES_MAX; index++) {
      isKind |= bytes.startsWith(KIND, index);
      if (bytes.startsWith(DASHES, index)) {
        return isKind || !isKindAsked ? index + DASHES.length : -1;
      }
      if (bytes.at(index) != ' ' && !Alphabet.UPPER_DIGIT.holds(bytes.at(index))) {
        return -1;
      }
    }
    return -1;
  }
}
