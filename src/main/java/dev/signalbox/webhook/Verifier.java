package dev.signalbox.webhook;

import dev.signalbox.feedback.JsonView;
import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.Secret.Algorithm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a delivery is from the sender that it says: by a signature over its raw bytes,
 * and where the sender signs a time by that too. How each signs: docs/guide/feedback.md.
 */
public final class Verifier {
  private static final String SHA256_PREFIX = "sha256=";
  private static final int ID_CHARS_MAX = 200;

  private final Endpoint from;
  private final Secret secret;

  /** A verifier for what comes there. */
  public Verifier(Endpoint from, Secret secret) {
    this.from = from;
    this.secret = secret;
  }

  /**
   * The delivery; empty when the signature or the signed time is wrong.
   *
   * @param headers all values of a header by its name
   */
  public Optional<Delivery> verify(Function<String, List<String>> headers, Body body, Instant now) {
    return isSigned(headers, body) && isFresh(headers, body, now)
        ? Optional.of(new Delivery(from, id(headers, body), event(headers), now, body))
        : Optional.empty();
  }

  private boolean isSigned(Function<String, List<String>> headers, Body body) {
    return switch (from.kind()) {
      case GITHUB -> prefixed(only(headers, "X-Hub-Signature-256"), body.bytes());
      case LINEAR -> bare(only(headers, "Linear-Signature"), body, Algorithm.SHA256);
      case SENTRY -> bare(only(headers, "Sentry-Hook-Signature"), body, Algorithm.SHA256);
      case VERCEL -> bare(only(headers, "X-Vercel-Signature"), body, Algorithm.SHA1);
      case HOOK ->
          prefixed(only(headers, "X-Signature"), timed(only(headers, "X-Timestamp"), body.bytes()));
    };
  }

  private boolean prefixed(String shown, byte[] message) {
    String hex = shown.startsWith(SHA256_PREFIX) ? shown.substring(SHA256_PREFIX.length()) : "";
    return secret.signed(message, Algorithm.SHA256, hex);
  }

  private boolean bare(String shown, Body body, Algorithm algorithm) {
    return secret.signed(body.bytes(), algorithm, shown);
  }

  /** What a generic sender signs: its time, a dot, its body. */
  public static byte[] timed(String timestamp, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    return signed.toByteArray();
  }

  /** GitHub, Sentry and Vercel sign no time: what they send again is known by its id. */
  private boolean isFresh(Function<String, List<String>> headers, Body body, Instant now) {
    return switch (from.kind()) {
      case GITHUB, SENTRY, VERCEL -> true;
      case LINEAR ->
          JsonView.parse(body.bytes())
              .flatMap(json -> json.time("webhookTimestamp"))
              .filter(at -> isNear(at, now, Limits.WEBHOOK_REPLAY_LINEAR))
              .isPresent();
      case HOOK ->
          seconds(only(headers, "X-Timestamp"))
              .filter(at -> isNear(at, now, Limits.WEBHOOK_REPLAY_HOOK))
              .isPresent();
    };
  }

  private static boolean isNear(Instant at, Instant now, Duration limit) {
    return Duration.between(at, now).abs().compareTo(limit) <= 0;
  }

  private static Optional<Instant> seconds(String text) {
    return text.matches("[0-9]{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }

  private String id(Function<String, List<String>> headers, Body body) {
    String told =
        switch (from.kind()) {
          case GITHUB -> only(headers, "X-GitHub-Delivery");
          case LINEAR -> only(headers, "Linear-Delivery");
          case SENTRY -> only(headers, "Request-ID");
          case VERCEL -> JsonView.parse(body.bytes()).flatMap(json -> json.text("id")).orElse("");
          case HOOK -> "";
        };
    boolean isUsable =
        !told.isEmpty()
            && told.length() <= ID_CHARS_MAX
            && told.chars().allMatch(c -> c > ' ' && c < 0x7F);
    return isUsable ? told : body.hash();
  }

  private String event(Function<String, List<String>> headers) {
    String told =
        switch (from.kind()) {
          case GITHUB -> only(headers, "X-GitHub-Event");
          case LINEAR -> only(headers, "Linear-Event");
          case SENTRY -> only(headers, "Sentry-Hook-Resource");
          case VERCEL -> "";
          case HOOK -> from.name();
        };
    return told.matches("[A-Za-z0-9_.-]{0,64}") ? told : "";
  }

  /** The value of a header that is there once. */
  private static String only(Function<String, List<String>> headers, String name) {
    List<String> values = headers.apply(name);
    return values.size() == 1 ? values.getFirst() : "";
  }
}
