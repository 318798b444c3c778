package dev.signalbox.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which a known value is written. */
final class KnownForms {
  private KnownForms() {}

  /** As it is, in JSON, in JSON within JSON, in an address, and within base64. */
  static Set<String> of(String value) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(value);
    addEscaped(value, forms);
    forms.add(inAddress(value));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    for (int shift = 0; shift < 3; shift++) {
      String encoded = base64(bytes, shift);
      forms.add(encoded);
      forms.add(encoded.replace('+', '-').replace('/', '_'));
    }
    return forms;
  }

  private static void addEscaped(String value, Set<String> forms) {
    for (boolean isAscii : new boolean[] {false, true}) {
      for (boolean isSlash : new boolean[] {false, true}) {
        String once = escaped(value, isAscii, isSlash);
        forms.add(once);
        forms.add(escaped(once, isAscii, isSlash));
      }
    }
  }

  /**
   * As the text of a JSON string.
   *
   * @param isAscii whether only ASCII is written as it is
   * @param isSlash whether a slash is escaped, as some writers do
   */
  private static String escaped(String value, boolean isAscii, boolean isSlash) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '/' -> text.append(isSlash ? "\\/" : "/");
        default -> {
          if (c < ' ' || (isAscii && c > '~')) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.toString();
  }

  private static String inAddress(String value) {
    StringBuilder text = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (Alphabet.LETTER_DIGIT.holds(b) || "-_.~".indexOf(b) >= 0) {
        text.append((char) b);
      } else {
        text.append("%%%02X".formatted(b & 0xff));
      }
    }
    return text.toString();
  }

  /**
   * The characters that depend on the value alone, if that many bytes come before it, counted
   * modulo 3.
   */
  private static String base64(byte[] value, int shift) {
    byte[] shifted = new byte[shift + value.length];
    System.arraycopy(value, 0, shifted, shift, value.length);
    String encoded = Base64.getEncoder().encodeToString(shifted);
    int start = shift == 0 ? 0 : shift + 1;
    int whole = shifted.length * 8 / 6;
    return encoded.substring(start, whole);
  }

  static byte[] bytes(String form) {
    return form.getBytes(StandardCharsets.UTF_8);
  }

  /** The first bytes, by which it is found. */
  static byte[] head(byte[] form, int bytesMax) {
    return Arrays.copyOf(form, Math.min(form.length, bytesMax));
  }
}
