package dev.signalbox.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The well-known forms of tokens and keys. */
final class Shapes {
  /** A token that begins with a word. Longer ones are cut here: none is known. */
  private static final int TOKEN_BYTES_MAX = 1_024;

  private static final int AWS_ID_BYTES = 20;

  /** All of them. */
  static final List<Entry> ALL = all();

  private Shapes() {}

  /** A word and what it tells. */
  record Entry(byte[] word, Shape shape) {
    static Entry of(String word, Shape shape) {
      return new Entry(word.getBytes(StandardCharsets.US_ASCII), shape);
    }
  }

  private static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.of("sk-ant-", token(Alphabet.URL_SAFE, 16)));
    entries.add(Entry.of("sk-", Shapes::mixed));
    add(entries, token(Alphabet.LETTER_DIGIT, 30), "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "hf_");
    add(entries, token(Alphabet.WORD, 22), "github_pat_", "dckr_pat_");
    add(entries, token(Alphabet.LETTER_DIGIT, 16), "lin_api_", "lin_oauth_");
    add(entries, token(Alphabet.LETTER_DIGIT, 16), "sk_live_", "rk_live_", "sk_test_", "whsec_");
    add(entries, token(Alphabet.LETTER_DIGIT, 20), "vcp_", "vci_", "vca_", "vcr_", "vck_");
    add(entries, token(Alphabet.LETTER_DIGIT, 36), "npm_");
    add(entries, token(Alphabet.URL_SAFE, 20), "glpat-", "ya29.", "pypi-AgEI");
    entries.add(Entry.of("AIza", Shapes::google));
    add(entries, token(Alphabet.URL_SAFE_DOT, 60), "SG.");
    add(entries, Shapes::withDigit, "xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-", "xapp-");
    add(entries, Shapes::awsId, "AKIA", "ASIA");
    entries.add(Entry.of("eyJ", Shapes::webToken));
    entries.add(Entry.of("://", Shapes::addressPassword));
    entries.add(Entry.of("-----BEGIN ", PrivateKey::find));
    entries.addAll(Assignments.ALL);
    return List.copyOf(entries);
  }

  private static void add(List<Entry> entries, Shape shape, String... words) {
    for (String word : words) {
      entries.add(Entry.of(word, shape));
    }
  }

  /** A word and then at least that many characters of an alphabet, after something else. */
  private static Shape token(Alphabet alphabet, int charsMin) {
    return (bytes, at, after, into) -> {
      int end = bytes.runEnd(alphabet, after, TOKEN_BYTES_MAX);
      if (end - after >= charsMin && bytes.isBoundary(at)) {
        into.add(new Span(at, end));
      }
    };
  }

  /** So short a word begins other names too; a token also has digits and letters of both cases. */
  private static void mixed(Bytes bytes, int at, int after, List<Span> into) {
    int end = bytes.runEnd(Alphabet.URL_SAFE, after, TOKEN_BYTES_MAX);
    if (end - after >= 20
        && bytes.isBoundary(at)
        && Alphabet.DIGIT.isIn(bytes, after, end)
        && Alphabet.UPPER.isIn(bytes, after, end)
        && Alphabet.LOWER.isIn(bytes, after, end)) {
      into.add(new Span(at, end));
    }
  }

  /** All have one length; data of any length can begin with so few letters. */
  private static void google(Bytes bytes, int at, int after, List<Span> into) {
    int end = bytes.runEnd(Alphabet.URL_SAFE, after, TOKEN_BYTES_MAX);
    if (end - after >= 35 && end - after <= 60 && bytes.isBoundary(at)) {
      into.add(new Span(at, end));
    }
  }

  private static void withDigit(Bytes bytes, int at, int after, List<Span> into) {
    int end = bytes.runEnd(Alphabet.URL_SAFE, after, TOKEN_BYTES_MAX);
    if (end - after >= 10 && bytes.isBoundary(at) && Alphabet.DIGIT.isIn(bytes, after, end)) {
      into.add(new Span(at, end));
    }
  }

  /** The id of a key of AWS, and the key itself where it is near. */
  private static void awsId(Bytes bytes, int at, int after, List<Span> into) {
    int end = bytes.runEnd(Alphabet.UPPER_DIGIT, after, AWS_ID_BYTES);
    if (end - at >= AWS_ID_BYTES && bytes.isBoundary(at)) {
      into.add(new Span(at, end));
      AwsKey.find(bytes, end, into);
    }
  }

  /** A JSON Web Token: three parts, of which the first two are objects. */
  private static void webToken(Bytes bytes, int at, int after, List<Span> into) {
    int first = bytes.runEnd(Alphabet.URL_SAFE, after, Redactor.MATCH_BYTES_MAX / 4);
    if (first - at < 12 || bytes.at(first) != '.' || !bytes.isBoundary(at)) {
      return;
    }
    int second = bytes.runEnd(Alphabet.URL_SAFE, first + 1, Redactor.MATCH_BYTES_MAX / 4);
    if (second - first < 9 || bytes.at(second) != '.') {
      return;
    }
    int third = bytes.runEnd(Alphabet.URL_SAFE, second + 1, Redactor.MATCH_BYTES_MAX / 4);
    if (third - second >= 9) {
      into.add(new Span(at, third));
    }
  }

  /** The password in {@code scheme://user:password@host}. */
  private static void addressPassword(Bytes bytes, int at, int after, List<Span> into) {
    int colon = -1;
    int index = after;
    for (; index < after + TOKEN_BYTES_MAX && isPartOfUser(bytes.at(index)); index++) {
      if (bytes.at(index) == ':' && colon < 0) {
        colon = index;
      }
    }
    boolean isPassword = colon > 0 && index > colon + 1 && bytes.at(index) == '@';
    if (isPassword && Alphabet.LETTER_DIGIT.holds(bytes.at(index + 1))) {
      if (!Mask.isIn(bytes, colon + 1, index)) {
        into.add(new Span(colon + 1, index));
      }
    }
  }

  private static boolean isPartOfUser(int character) {
    return character > ' ' && character != 0x7f && "/@\"'`<>\\{}$".indexOf(character) < 0;
  }
}
