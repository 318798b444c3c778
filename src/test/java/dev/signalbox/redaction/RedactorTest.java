package dev.signalbox.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a secret in a text, and what is not. */
class RedactorTest {
  private final Samples samples = new Samples(4711);

  private static String of(String text) {
    return Redactor.OF_FORMS.text(text);
  }

  @Test
  void everyFormOfTokenIsCovered() {
    for (var form : Samples.TOKENS) {
      String token = form.apply(samples);
      assertThat(of("a " + token + " b")).as(token).isEqualTo("a [redacted] b");
      assertThat(of("{\"a\":\"x\\n" + token + "\"}")).isEqualTo("{\"a\":\"x\\n[redacted]\"}");
      assertThat(of("KEY=" + token)).isEqualTo("KEY=[redacted]");
      assertThat(of("\u001b[38;5;12m" + token + "\u001b[0m"))
          .isEqualTo("\u001b[38;5;12m[redacted]\u001b[0m");
      assertThat(of("a=%3D" + token)).isEqualTo("a=%3D[redacted]");
    }
  }

  @Test
  void aKeyOfAwsIsCoveredBesideItsId() {
    String id = "AK" + "IAIOSFODNN7EXAMPLE";
    String key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    assertThat(of("aws_access_key_id = " + id + "\naws_secret_access_key = " + key + "\n"))
        .isEqualTo("aws_access_key_id = [redacted]\naws_secret_access_key = [redacted]\n");
    assertThat(of("{\\\"SecretAccessKey\\\":\\\"" + key + "\\\"}"))
        .isEqualTo("{\\\"SecretAccessKey\\\":\\\"[redacted]\\\"}");
    assertThat(of(key)).isEqualTo(key);
    String commit = "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3";
    assertThat(of(id + " at " + commit)).isEqualTo("[redacted] at " + commit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer %s",
        "-H 'authorization: Bearer %s' -v",
        "{\"Authorization\":\"token %s\"}",
        "{\\\"Authorization\\\": \\\"Bearer %s\\\"}",
        "got bearer %s",
        "X-Api-Key: %s",
        "export VERCEL_TOKEN=%s",
        "MY_API_KEY: \"%s\"",
        "{\"access_token\":\"%s\",\"expires_in\":3600}",
        "postgres://app:%s@db.example.com/shop",
      })
  void whatFollowsANameIsCovered(String text) {
    String value = "a1" + samples.letters(24);

    assertThat(of(text.formatted(value))).isEqualTo(text.formatted("[redacted]"));
  }

  @Test
  void basicCredentialsAreCovered() {
    String pair = Base64.getEncoder().encodeToString("me:pass".getBytes(StandardCharsets.UTF_8));

    assertThat(of("Authorization: Basic " + pair)).isEqualTo("Authorization: Basic [redacted]");
  }

  @Test
  void aPrivateKeyIsCoveredWholeAndTorn() {
    String key = samples.privateKey();

    assertThat(of("a\n" + key + "\nb")).isEqualTo("a\n[redacted]\nb");
    assertThat(of("{\"a\":\"" + key.replace("\n", "\\n") + "\\n\"}"))
        .isEqualTo("{\"a\":\"[redacted]\\n\"}");
    assertThat(of(key.substring(0, 200))).isEqualTo("[redacted]");
    String open = key.replace("PRIVATE", "PUBLIC");
    assertThat(of(open)).isEqualTo(open);
  }

  @Test
  void aKnownValueIsCoveredInEveryFormInWhichItIsUsuallyWritten() {
    String value = "Tr0ub4dor/&\"3ü";
    Redactor redactor = Redactor.of(List.of(value));
    List<String> forms =
        List.of(
            value,
            "Tr0ub4dor/&\\\"3ü",
            "Tr0ub4dor\\/&\\\"3\\u00fc",
            "Tr0ub4dor/&\\\\\\\"3ü",
            "Tr0ub4dor%2F%26%223%C3%BC");
    for (String form : forms) {
      assertThat(redactor.text("x" + form + "y")).isEqualTo("x[redacted]y");
    }
    for (String before : List.of("", "a", "ab", "abc", "me:")) {
      String text = before + value + "!";
      String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      String covered = redactor.text("=" + encoded);
      assertThat(covered).contains("[redacted]");
      assertThat(covered.length()).isLessThan(8 + "[redacted]".length() + before.length() * 2);
    }
  }

  @Test
  void aShortValueBlanksNothing() {
    String value = "x".repeat(Limits.SECRET_BYTES_MIN - 1);
    assertThat(Redactor.of(List.of(value, "")).text("a " + value)).isEqualTo("a " + value);
  }

  @Test
  void whatWasLeftOfAKnownValueWhereATextWasCutIsCovered() {
    String value = samples.letters(40);
    Redactor redactor = Redactor.of(List.of(value));

    assertThat(redactor.text("curl " + value.substring(0, 15) + "…")).isEqualTo("curl [redacted]…");
    assertThat(redactor.text("curl " + value.substring(0, 8))).isEqualTo("curl [redacted]");
    assertThat(redactor.text(value.substring(20) + " failed")).isEqualTo("[redacted] failed");
  }

  @Test
  void harmlessTextStaysTheVeryText() {
    Redactor redactor = Redactor.of(List.of(samples.value(), samples.value()));
    for (int i = 0; i < 5_000; i++) {
      String text = samples.harmless() + (i % 2 == 0 ? " " : "\n") + samples.harmless();
      assertThat(redactor.text(text)).isSameAs(text);
    }
  }

  @Test
  void knownValuesAreTakenFromVariablesWhoseNamesTellOfThem() {
    assertThat(
            SecretNames.valuesIn(
                java.util.Map.of(
                    "ANTHROPIC_API_KEY", "a",
                    "CLAUDE_CODE_OAUTH_TOKEN", "b",
                    "DB_PASSWORD", "c",
                    "MAX_THINKING_TOKENS", "31999",
                    "CLAUDE_CODE_CLIENT_KEY", "/etc/key.pem",
                    "GITHUB_TOKEN_FILE", "/run/token",
                    "SSH_AUTH_SOCK", "/run/agent.sock",
                    "PATH", "/usr/bin",
                    "ANTHROPIC_CUSTOM_HEADERS", "X-One: d\nX-Two: e")))
        .containsExactly("a", "X-One: d\nX-Two: e", "d", "e", "b", "c");
  }
}
