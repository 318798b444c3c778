package dev.signalbox.redaction;

import java.util.ArrayList;
import java.util.List;

/** Secrets that follow the name of a header or of a variable. */
final class Assignments {
  private static final int VALUE_BYTES_MAX = 4_096;
  private static final int VALUE_BYTES_MIN = 16;

  /** A scheme of a header, such as {@code Bearer}. */
  private static final int SCHEME_BYTES_MAX = 12;

  /** After a scheme a shorter text counts too. */
  private static final int AFTER_SCHEME_BYTES_MIN = 8;

  /** So long a text without a digit is no word. */
  private static final int NO_WORD_BYTES = 32;

  static final List<Shapes.Entry> ALL = all();

  private Assignments() {}

  private static List<Shapes.Entry> all() {
    List<Shapes.Entry> entries = new ArrayList<>();
    for (String word : List.of("uthorization", "UTHORIZATION")) {
      entries.add(Shapes.Entry.of(word, Assignments::header));
    }
    for (String word : List.of("bearer ", "Bearer ", "BEARER ")) {
      entries.add(Shapes.Entry.of(word, Assignments::bearer));
    }
    for (String word :
        List.of(
            "API_KEY",
            "_TOKEN",
            "_SECRET",
            "_PASSWORD",
            "_PASSWD",
            "_PASSPHRASE",
            "ACCESS_KEY",
            "PRIVATE_KEY",
            "api-key",
            "Api-Key",
            "API-Key",
            "API-KEY")) {
      entries.add(Shapes.Entry.of(word, Assignments::variable));
    }
    // Names such as these also name what is no secret, in programs; in data they are quoted.
    for (String word :
        List.of(
            "api_key",
            "apiKey",
            "access_token",
            "accessToken",
            "refresh_token",
            "refreshToken",
            "id_token",
            "client_secret",
            "clientSecret",
            "secret_access_key",
            "SecretAccessKey",
            "session_token",
            "SessionToken")) {
      entries.add(Shapes.Entry.of(word, Assignments::property));
    }
    return entries;
  }

  /** {@code Authorization: Bearer abc}, quoted or not. */
  private static void header(Bytes bytes, int at, int after, List<Span> into) {
    Gap gap = Gap.of(bytes, after);
    if (!gap.isAssigned()) {
      return;
    }
    int scheme = bytes.runEnd(Alphabet.LETTER, gap.end(), SCHEME_BYTES_MAX);
    if (scheme > gap.end() && bytes.at(scheme) == ' ') {
      int start = scheme + 1;
      int end = bytes.runEnd(Alphabet.TOKEN, start, VALUE_BYTES_MAX);
      boolean isBasic =
          (bytes.at(gap.end()) | 0x20) == 'b' && (bytes.at(gap.end() + 1) | 0x20) == 'a';
      addIf(isBasic || isNoWord(bytes, start, end), start, end, AFTER_SCHEME_BYTES_MIN, into);
    } else {
      int end = bytes.runEnd(Alphabet.TOKEN, gap.end(), VALUE_BYTES_MAX);
      addIf(isNoWord(bytes, gap.end(), end), gap.end(), end, VALUE_BYTES_MIN, into);
    }
  }

  private static void bearer(Bytes bytes, int at, int after, List<Span> into) {
    int end = bytes.runEnd(Alphabet.TOKEN, after, VALUE_BYTES_MAX);
    addIf(isNoWord(bytes, after, end), after, end, VALUE_BYTES_MIN, into);
  }

  /** {@code API_KEY=abc}, {@code x-api-key: abc}. */
  private static void variable(Bytes bytes, int at, int after, List<Span> into) {
    value(bytes, Gap.of(bytes, after), into);
  }

  /** {@code "access_token": "abc"}. */
  private static void property(Bytes bytes, int at, int after, List<Span> into) {
    Gap gap = Gap.of(bytes, after);
    if (gap.isQuoted()) {
      value(bytes, gap, into);
    }
  }

  private static void value(Bytes bytes, Gap gap, List<Span> into) {
    if (gap.isAssigned()) {
      int end = bytes.runEnd(Alphabet.VALUE, gap.end(), VALUE_BYTES_MAX);
      boolean isSecret =
          Alphabet.LETTER.isIn(bytes, gap.end(), end) && Alphabet.DIGIT.isIn(bytes, gap.end(), end);
      addIf(isSecret, gap.end(), end, VALUE_BYTES_MIN, into);
    }
  }

  private static boolean isNoWord(Bytes bytes, int start, int end) {
    return Alphabet.DIGIT.isIn(bytes, start, end) || end - start >= NO_WORD_BYTES;
  }

  private static void addIf(boolean isSecret, int start, int end, int bytesMin, List<Span> into) {
    if (isSecret && end - start >= bytesMin) {
      into.add(new Span(start, end));
    }
  }

  /**
   * What lies between a name and its value.
   *
   * @param isAssigned whether that is an equals sign or a colon, with quotes and blanks
   * @param isQuoted whether both are quoted
   */
  private record Gap(boolean isAssigned, boolean isQuoted, int end) {
    private static final int QUOTES_MAX = 8;
    private static final int BLANKS_MAX = 4;

    static Gap of(Bytes bytes, int after) {
      int quotes = skip(bytes, after, "\"'\\", QUOTES_MAX);
      int sign = skip(bytes, quotes, " ", BLANKS_MAX);
      if (bytes.at(sign) != ':' && bytes.at(sign) != '=') {
        return new Gap(false, false, after);
      }
      int blanks = skip(bytes, sign + 1, " ", BLANKS_MAX);
      int end = skip(bytes, blanks, "\"'\\", QUOTES_MAX);
      return new Gap(true, quotes > after && end > blanks, end);
    }

    private static int skip(Bytes bytes, int from, String characters, int most) {
      int index = from;
      while (index < from + most
          && bytes.at(index) >= 0
          && characters.indexOf(bytes.at(index)) >= 0) {
        index++;
      }
      return index;
    }
  }
}
