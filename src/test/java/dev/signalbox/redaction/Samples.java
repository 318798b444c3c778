package dev.signalbox.redaction;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Made up secrets and made up text, from a seed. None is real. */
final class Samples {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** Forms of tokens, each with how one is made. */
  static final List<Function<Samples, String>> TOKENS =
      List.of(
          it -> "sk-ant-" + "api03-" + it.letters(95),
          it -> "sk-" + "proj-" + "aA1" + it.letters(40),
          it -> "gh" + "pousr".charAt(it.random.nextInt(5)) + "_" + it.letters(36),
          it -> "github" + "_pat_" + it.letters(22) + "_" + it.letters(59),
          it -> "AK" + "IA" + it.upper(16),
          it -> "AI" + "za" + it.letters(35),
          it -> "xox" + "b-1" + it.letters(12) + "-" + it.letters(24),
          it -> "lin" + "_api_" + it.letters(40),
          it -> "npm" + "_" + it.letters(36),
          it -> "vcp" + "_" + it.letters(24),
          it -> "eyJ" + it.letters(30) + "." + it.letters(80) + "." + it.letters(43));

  final Random random;

  Samples(long seed) {
    this.random = new Random(seed);
  }

  String letters(int count) {
    return of(LETTERS, count);
  }

  private String upper(int count) {
    return of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", count);
  }

  private String of(String letters, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  String token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).apply(this);
  }

  /** A value that nothing tells, also with characters that are escaped in JSON. */
  String value() {
    String odd = random.nextInt(3) == 0 ? of("\"\\/ü€\t=+", 1 + random.nextInt(3)) : "";
    return letters(1 + random.nextInt(6)) + odd + letters(8 + random.nextInt(40));
  }

  String privateKey() {
    StringBuilder key = new StringBuilder("-----BEGIN " + "RSA PRIVATE KEY-----\n");
    for (int i = 0; i < 6 + random.nextInt(20); i++) {
      key.append(letters(64)).append('\n');
    }
    return key.append("-----END " + "RSA PRIVATE KEY-----").toString();
  }

  /** Text of a kind that agents print all day, and in which nothing is secret. */
  String harmless() {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    return switch (random.nextInt(16)) {
      case 0 -> HexFormat.of().formatHex(bytes);
      case 1 -> "commit " + HexFormat.of().formatHex(bytes) + " index " + letters(7) + "..";
      case 2 -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
      case 3 -> "data:image/png;base64," + Base64.getEncoder().encodeToString(blob());
      case 4 -> Base64.getUrlEncoder().encodeToString(blob());
      case 5 -> "\"integrity\": \"sha512-" + Base64.getEncoder().encodeToString(blob()) + "\"";
      case 6 -> "const token = await getToken(user, { maxTokens: 4096 });";
      case 7 -> "MAX_THINKING_TOKENS=31999 CACHE_KEY=build-" + letters(20) + "\n";
      case 8 -> "https://example.com:8443/a/b?c=" + letters(12) + "@x/y";
      case 9 -> "class=\"sk-folding-cube-and-more sk-cube-grid\" risk-taking task-" + letters(4);
      case 10 -> "the Bearer of this letter; Authorization: required; Bearer authentication-scheme";
      case 11 -> "if (text.startsWith(\"-----BEGIN PRIVATE KEY-----\")) { return API_KEY; }";
      case 12 ->
          "process.env.ANTHROPIC_API_KEY ${{ secrets.GITHUB_TOKEN }} API_KEY=$OTHER_KEY_NAME";
      case 13 -> "drwxr-xr-x 2 root root 4096 Jan " + random.nextInt(31) + " src/" + letters(9);
      case 14 ->
          "{\"id\":\"toolu_" + letters(24) + "\",\"session_id\":\"msg_" + letters(24) + "\"}";
      default -> "Die Prüfung läuft – 100 % \uD83D\uDE42 " + random.nextInt() + " \u0001\u001b[31m";
    };
  }

  private byte[] blob() {
    byte[] blob = new byte[64 + random.nextInt(3_000)];
    random.nextBytes(blob);
    return blob;
  }
}
