package dev.signalbox.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person's own proxy shows the dashboard to their browsers, such as {@code
 * https://box.example}: scheme, host and port, and nothing else (RFC 6454).
 *
 * @param text exactly as a browser sends it in {@code Origin}
 */
public record ProxiedOrigin(String text) {
  private static final String SCHEME = "https://";

  /** A port that is the scheme's own is left out by browsers. */
  private static final Pattern FORM =
      Pattern.compile(
          "https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::(?!443$)[1-9][0-9]{0,4})?");

  public ProxiedOrigin {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("expected an origin with https");
    }
  }

  /** The origin that a text names; empty where it names none, or one without https. */
  public static Optional<ProxiedOrigin> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ProxiedOrigin(text)) : Optional.empty();
  }

  /** As a browser sends it in {@code Host}. */
  public String host() {
    return text.substring(SCHEME.length());
  }
}
