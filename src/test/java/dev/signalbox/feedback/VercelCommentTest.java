package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.VercelComment.Project;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document in the first line of Vercel's comment. */
class VercelCommentTest {

  private static VercelComment of(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return VercelComment.of("[vc]: #h4sh=:" + Base64.getEncoder().encodeToString(bytes) + "\n\nx");
  }

  @ParameterizedTest
  @CsvSource({
    "DEPLOYED,PASSED",
    "FAILED,FAILED",
    "PENDING,PENDING",
    "building,PENDING",
    "SKIPPED,CLOSED",
    "CANCELED,CLOSED",
    "SOMETHING,NONE"
  })
  void aProjectSaysHowItsDeploymentStands(String status, Result result) {
    String json =
        """
        {"projects":[{"name":"web","inspectorUrl":"https://vercel.com/shop/web/7Xy",
          "nextCommitStatus":"%s","previewUrl":"web-x.vercel.app",
          "liveFeedback":{"resolved":1,"unresolved":3}}]}
        """
            .formatted(status);
    assertThat(of(json).projects())
        .containsExactly(
            new Project(
                "web", Optional.of("7Xy"), result, Optional.of("https://web-x.vercel.app"), 3));
  }

  @Test
  void whatItDoesNotSayIsEmpty() {
    assertThat(of("{\"projects\":[{}]}").projects())
        .containsExactly(new Project("", Optional.empty(), Result.NONE, Optional.empty(), 0));
  }

  @Test
  void anAddressThatIsNoneIsLeftOut() {
    String json = "{\"projects\":[{\"name\":\"web\",\"previewUrl\":\"javascript:alert(1)\"}]}";
    assertThat(of(json).projects().getFirst().previewUrl()).isEmpty();
  }

  @Test
  void theSameDeploymentInTheSameStateIsTheSameThing() {
    String json =
        "{\"projects\":[{\"name\":\"web\",\"inspectorUrl\":\"https://v.com/a/D1\","
            + "\"nextCommitStatus\":\"%s\"}]}";
    VercelComment failed = of(json.formatted("FAILED"));
    assertThat(failed.told(Said.AT)).isEqualTo(failed.told(Said.AT.plusSeconds(9)));
    assertThat(failed.told(Said.AT))
        .extracting(VercelComment.Told::id)
        .doesNotContainAnyElementsOf(
            of(json.formatted("DEPLOYED")).told(Said.AT).stream()
                .map(VercelComment.Told::id)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "words",
        "words\n[vc]: #x:eyJwcm9qZWN0cyI6W3t9XX0=",
        "[vc]: #x:not/base64=x",
        "[vc]: #x:bm8ganNvbg==",
        "[vc]: #x:eyJwcm9qZWN0cyI6NX0="
      })
  void anotherFormSaysNothing(String text) {
    assertThat(VercelComment.of(text).projects()).isEmpty();
  }
}
