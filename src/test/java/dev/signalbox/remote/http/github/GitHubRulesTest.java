package dev.signalbox.remote.http.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.http.JsonAnswer;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class GitHubRulesTest {
  private static final Instant RESET = Instant.ofEpochSecond(1_800_000_000);
  private final GitHubRules rules = new GitHubRules();

  private static JsonAnswer answer(int status, String body, Map<String, String> headers) {
    Map<String, List<String>> lists =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    return new JsonAnswer(
        status, HttpHeaders.of(lists, (_, _) -> true), JsonMapper.shared().readTree(body));
  }

  private Failure failure(JsonAnswer answer) {
    return rules.failure(answer).orElseThrow();
  }

  @Test
  void oneStatusMeansForbiddenOrTooMany() {
    String words = "{\"message\":\"Resource not accessible by personal access token\"}";
    assertThat(failure(answer(403, words, Map.of("x-ratelimit-remaining", "12"))).kind())
        .isEqualTo(Kind.FORBIDDEN);
    Map<String, String> usedUp =
        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1800000000");
    assertThat(failure(answer(403, "{}", usedUp)))
        .extracting(Failure::kind, it -> it.notBefore().orElseThrow())
        .containsExactly(Kind.RATE_LIMITED, RESET);
  }

  @Test
  void whereGitHubNamesNoTimeAMinuteIsWaited() {
    String words = "{\"message\":\"You have exceeded a secondary rate limit.\"}";
    Map<String, String> headers = Map.of("date", "Fri, 27 Nov 2026 12:00:00 GMT");
    assertThat(failure(answer(403, words, headers)).notBefore())
        .contains(Instant.parse("2026-11-27T12:01:00Z"));
  }

  @Test
  void theLastRequestOfAnHourClosesTheServiceAndThatOfGraphQlDoesNot() {
    Map<String, String> usedUp =
        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1800000000");
    assertThat(rules.closedUntil(answer(200, "{}", usedUp))).contains(RESET);
    Map<String, String> ofGraphQl =
        Map.of(
            "x-ratelimit-remaining",
            "0",
            "x-ratelimit-reset",
            "1800000000",
            "x-ratelimit-resource",
            "graphql");
    assertThat(rules.closedUntil(answer(200, "{}", ofGraphQl))).isEmpty();
  }

  @Test
  void graphQlFailsInsideOfAnAnswerThatWorked() {
    String body =
        """
        {"data": null, "errors": [{"type": "NOT_FOUND", "message": "Could not resolve"}]}\
        """;
    assertThat(failure(answer(200, body, Map.of())).kind()).isEqualTo(Kind.ABSENT);
    assertThat(rules.failure(answer(200, "[]", Map.of()))).isEmpty();
  }

  @Test
  void wordsAreShortAndOnOneLine() {
    String body =
        """
        {"message": "Validation\\nFailed", "errors": [{"message": "%s"}]}\
        """
            .formatted("x".repeat(5_000));
    assertThat(failure(answer(422, body, Map.of())).reason())
        .startsWith("expected an answer, found status 422: Validation Failed; xxx")
        .hasSizeLessThan(300);
  }
}
