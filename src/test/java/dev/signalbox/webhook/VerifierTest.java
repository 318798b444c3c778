package dev.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whose word it is. */
class VerifierTest {
  /** The moment that the vector of Linear says in its signed body. */
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

  private static JsonNode vector(Endpoint.Kind kind) {
    Recorded.require();
    return Recorded.signatureVectors().path(Endpoint.of(kind).key());
  }

  private static boolean isRight(Endpoint.Kind kind, String body, String signature) {
    JsonNode vector = vector(kind);
    return isRight(
        Endpoint.of(kind),
        vector.path("secret").stringValue(),
        Map.of(vector.path("header").stringValue(), List.of(signature)),
        body,
        NOW);
  }

  private static boolean isRight(
      Endpoint from, String secret, Map<String, List<String>> headers, String body, Instant now) {
    return new Verifier(from, new Secret(secret))
        .verify(
            name ->
                headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(List.of()),
            Body.of(body),
            now)
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(value = Endpoint.Kind.class, names = "HOOK", mode = EnumSource.Mode.EXCLUDE)
  void theVectorOfEachSenderIsRightAndNoOtherByte(Endpoint.Kind kind) {
    String body = vector(kind).path("body").stringValue();
    String signature = vector(kind).path("expected").stringValue();
    assertThat(isRight(kind, body, signature)).isTrue();
    for (int i = 0; i < body.length(); i++) {
      assertThat(isRight(kind, changed(body, i), signature)).as("body byte %d", i).isFalse();
    }
    for (int i = 0; i < signature.length(); i++) {
      assertThat(isRight(kind, body, changed(signature, i))).as("signature %d", i).isFalse();
    }
    assertThat(isRight(kind, body + " ", signature)).isFalse();
    assertThat(isRight(kind, body, signature + "0")).isFalse();
    assertThat(isRight(kind, body, "")).isFalse();
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == '1' ? '2' : '1';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void sentrysSignatureIsOverTheBytesAndNotOverTheirMeaning() {
    JsonNode vector = vector(Endpoint.Kind.SENTRY);
    String body = vector.path("body").stringValue();
    String same = body.replace("\\u00e9", "\u00e9").replace("\\ud83d\\ude00", "\ud83d\ude00");
    assertThat(same).isNotEqualTo(body);
    String signature = vector.path("expected").stringValue();
    assertThat(isRight(Endpoint.Kind.SENTRY, same, signature)).isFalse();
  }

  @Test
  void twoSignaturesAreNone() {
    JsonNode vector = vector(Endpoint.Kind.GITHUB);
    String signature = vector.path("expected").stringValue();
    assertThat(
            isRight(
                Endpoint.of(Endpoint.Kind.GITHUB),
                vector.path("secret").stringValue(),
                Map.of("X-Hub-Signature-256", List.of(signature, signature)),
                vector.path("body").stringValue(),
                NOW))
        .isFalse();
  }

  @Test
  void linearsSignedTimeIsNearNow() {
    String body = "{\"webhookTimestamp\":" + NOW.toEpochMilli() + "}";
    Endpoint linear = Endpoint.of(Endpoint.Kind.LINEAR);
    Map<String, List<String>> headers = Map.of("Linear-Signature", List.of(sign("s", body)));
    for (long seconds : new long[] {-60, 0, 60}) {
      assertThat(isRight(linear, "s", headers, body, NOW.plusSeconds(seconds))).isTrue();
    }
    for (long seconds : new long[] {-61, 61, 86_400}) {
      assertThat(isRight(linear, "s", headers, body, NOW.plusSeconds(seconds))).isFalse();
    }
    assertThat(
            isRight(linear, "s", Map.of("Linear-Signature", List.of(sign("s", "{}"))), "{}", NOW))
        .as("without a time")
        .isFalse();
  }

  @Test
  void aHookSignsItsTimeToo() {
    Endpoint hook = Endpoint.hook("deploys");
    String time = String.valueOf(NOW.getEpochSecond());
    String signed = time + ".{}";
    Map<String, List<String>> headers =
        Map.of("X-Signature", List.of("sha256=" + sign("s", signed)), "X-Timestamp", List.of(time));
    assertThat(isRight(hook, "s", headers, "{}", NOW)).isTrue();
    assertThat(isRight(hook, "other", headers, "{}", NOW)).isFalse();
    assertThat(isRight(hook, "s", headers, "{}", NOW.plus(Duration.ofMinutes(6)))).isFalse();
    Map<String, List<String>> moved =
        Map.of(
            "X-Signature",
            List.of("sha256=" + sign("s", signed)),
            "X-Timestamp",
            List.of(String.valueOf(NOW.getEpochSecond() + 1)));
    assertThat(isRight(hook, "s", moved, "{}", NOW)).isFalse();
  }

  private static String sign(String secret, String text) {
    return HexFormat.of()
        .formatHex(
            new Secret(secret)
                .sign(text.getBytes(StandardCharsets.UTF_8), Secret.Algorithm.SHA256));
  }
}
