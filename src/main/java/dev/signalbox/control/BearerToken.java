package dev.signalbox.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request has to show in its {@code Authorization} header (RFC 6750) to be let in.
 *
 * @param value 64 hexadecimal digits
 */
public record BearerToken(String value) {
  private static final String SCHEME = "Bearer ";
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** A new one, of which nobody knows yet. */
  public static BearerToken fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new BearerToken(HexFormat.of().formatHex(bytes));
  }

  /** The one that was written down; empty where that is none. */
  public static Optional<BearerToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BearerToken(text)) : Optional.empty();
  }

  /**
   * Whether a header shows it, compared in a time that tells nothing about how much of it is right.
   *
   * @param header the whole value; null where the request has none
   */
  public boolean isShownBy(@Nullable String header) {
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8),
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
  }

  /** Never the token: what is printed ends in logs. */
  @Override
  public String toString() {
    return "a token";
  }
}
