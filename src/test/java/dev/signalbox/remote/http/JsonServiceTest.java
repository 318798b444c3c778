package dev.signalbox.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonServiceTest {
  private static final String SECRET = "lin_api_0123456789abcdefSECRET";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final JsonRequest READ = JsonRequest.get("read", "/issues?first=2");

  private static final SessionKey SESSION = new SessionKey(new RunId("run"), new SessionId("S-A"));

  private final StoodTime time = new StoodTime(NOON);
  private RequestBudget budget = new RequestBudget(100, 50);
  private ScriptedService there;
  private JsonService service;

  /** Goes by the status; a header of its own says when it is closed. */
  private static final class Rules implements ServiceRules {
    @Override
    public Optional<Failure> failure(JsonAnswer answer) {
      return ServiceRules.byStatus(answer, answer.body().path("message").asString(""));
    }

    @Override
    public Optional<Instant> closedUntil(JsonAnswer answer) {
      return answer.number("X-Closed-Until").map(Instant::ofEpochMilli);
    }
  }

  @BeforeEach
  void open() throws IOException {
    there = new ScriptedService();
    service = service(there.address());
  }

  @AfterEach
  void close() {
    service.close();
    there.close();
  }

  private JsonService service(URI address) {
    return new JsonService(
        new JsonService.Account(new ServiceAddress(address), () -> "Bearer " + SECRET, List.of()),
        new Rules(),
        budget,
        time.pace(7));
  }

  private static Failure failure(Outcome<JsonAnswer> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<JsonAnswer>) outcome).failure();
  }

  @Test
  void sendsTheSecretAndTheDocumentAndReadsTheAnswer() {
    there.answer(200, "{\"a\":[1,\"ü\"]}");
    JsonRequest write =
        JsonRequest.send("write", "POST", "/x", JsonMapper.shared().readTree("{\"b\":\"ß\"}"));
    Outcome<JsonAnswer> outcome = service.send(write);
    assertThat(outcome.map(answer -> answer.body().path("a").path(1).asString()))
        .isEqualTo(new Outcome.Done<>("ü"));
    assertThat(there.heard())
        .containsExactly(
            new ScriptedService.Heard(
                "POST", "/api/x", Optional.of("Bearer " + SECRET), "{\"b\":\"ß\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHENTICATED",
    "403,FORBIDDEN",
    "404,ABSENT",
    "410,ABSENT",
    "409,CONFLICTING",
    "412,CONFLICTING",
    "400,REFUSED",
    "422,REFUSED",
    "301,REFUSED"
  })
  void whatWillNotPassIsAskedOnce(int status, Kind kind) {
    there.answer(status, Map.of("Location", "http://127.0.0.1:1/"), "{\"message\":\"no\"}");
    assertThat(failure(service.send(READ)).kind()).isEqualTo(kind);
    assertThat(there.heard()).hasSize(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void aServiceThatFailsIsAskedAgainAfterGrowingPauses() {
    there.answer(500, "<html>").answer(503, "").answer(502, "").answer(200, "{}");
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
    assertThat(budget.sent()).containsExactly(Map.entry(purpose("read"), new Requests(4, 0)));
    assertThat(time.pauses()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(time.pauses().get(i))
          .isBetween(Duration.ZERO, Limits.HTTP_BACK_OFF_FIRST.multipliedBy(1L << i));
    }
  }

  private static RequestBudget.Purpose purpose(String word) {
    return new RequestBudget.Purpose(RequestBudget.NOBODY, word);
  }

  @Test
  void afterTheLastTryTheFailureIsHandedOn() {
    for (int i = 0; i < Limits.HTTP_TRIES_MAX; i++) {
      there.answer(500, "{\"message\":\"boom\"}");
    }
    Failure failure = failure(service.send(READ));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.reason()).contains("500", "boom");
    assertThat(there.heard()).hasSize(Limits.HTTP_TRIES_MAX);
  }

  @Test
  void whatMustNotHappenTwiceIsSentOnceWhenNobodyKnowsWhetherItHappened() {
    there.answer(500, "");
    assertThat(failure(service.send(READ.once())).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(there.heard()).hasSize(1);
  }

  @Test
  void aCutAnswerIsNoAnswer() {
    there.cutAnswer("{\"a\":1}").answer(200, "{\"a\":2}");
    assertThat(service.send(READ).map(answer -> answer.body().path("a").asInt()))
        .isEqualTo(new Outcome.Done<>(2));
  }

  @Test
  void anAnswerThatIsNotJsonIsABugAndNotTriedAgain() {
    there.answer(200, "<html>welcome</html>");
    assertThat(failure(service.send(READ)).kind()).isEqualTo(Kind.UNINTELLIGIBLE);
    assertThat(there.heard()).hasSize(1);
  }

  @Test
  void anAnswerThatIsTooLongIsNotKept() {
    String part = "x".repeat(1 << 20);
    for (int i = 0; i < Limits.HTTP_TRIES_MAX; i++) {
      there.answer(200, "[\"" + part.repeat(Limits.HTTP_ANSWER_BYTES_MAX / part.length()) + "\"]");
    }
    assertThat(failure(service.send(READ)).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void waitsWhenTheServiceAsksForAShortTime() {
    there.answer(429, Map.of("Retry-After", "3"), "").answer(200, "{}");
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
    assertThat(time.instant()).isAfterOrEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void aLongPauseIsTheCallersAndNothingIsSentBeforeItsEnd() {
    there.answer(429, Map.of("Retry-After", "Sun, 22 Nov 2026 12:30:00 GMT"), "").answer(200, "{}");
    Instant then = NOON.plus(Duration.ofMinutes(30));
    assertThat(failure(service.send(READ)).notBefore()).contains(then);
    Failure second = failure(service.send(READ));
    assertThat(second.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(second.notBefore()).contains(then);
    assertThat(there.heard()).hasSize(1);
    time.pass(Duration.ofMinutes(30));
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theLastRequestThatIsLeftClosesTheServiceUntilItsOwnTime() {
    Instant then = NOON.plus(Duration.ofMinutes(5));
    there.answer(200, Map.of("X-Closed-Until", "" + then.toEpochMilli()), "{}");
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
    assertThat(failure(service.send(READ)).notBefore()).contains(then);
    assertThat(there.heard()).hasSize(1);
  }

  @Test
  void overTheBudgetNothingIsSent() {
    budget = new RequestBudget(3, 2);
    service = service(there.address());
    there.answer(200, "{}").answer(200, "{}").answer(200, "{}").answer(200, "{}");
    assertThat(sendFor(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    sendFor(Urgency.STEP);
    Failure ofSession = failure(sendFor(Urgency.STEP));
    assertThat(ofSession.kind()).isEqualTo(Kind.BUDGET_SPENT);
    assertThat(ofSession.notBefore()).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
    assertThat(failure(service.send(READ)).kind()).isEqualTo(Kind.BUDGET_SPENT);
    assertThat(there.heard()).hasSize(3);
    assertThat(budget.sent("run/S-A")).isEqualTo(new Requests(2, 0));
    time.pass(Duration.ofHours(1));
    assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
  }

  private Outcome<JsonAnswer> sendFor(Urgency urgency) {
    return OnBehalf.of(SESSION, urgency).call(() -> service.send(READ));
  }

  @Test
  void looksLeaveRoomForStepsAndClaimsAreKeptBeyondBoth() {
    budget = new RequestBudget(100, 10);
    service = service(there.address());
    for (int i = 0; i < 12; i++) {
      there.answer(200, "{}");
    }
    for (int i = 0; i < 8; i++) {
      assertThat(sendFor(Urgency.LOOK)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(failure(sendFor(Urgency.LOOK)).kind()).isEqualTo(Kind.BUDGET_SPENT);
    assertThat(sendFor(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    assertThat(sendFor(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    assertThat(failure(sendFor(Urgency.STEP)).kind()).isEqualTo(Kind.BUDGET_SPENT);
    assertThat(sendFor(Urgency.CLAIM)).isInstanceOf(Outcome.Done.class);
    assertThat(sendFor(Urgency.CLAIM)).isInstanceOf(Outcome.Done.class);
    assertThat(there.heard()).hasSize(12);
  }

  @Test
  void theLastOfTheWholeIsKeptForClaims() {
    budget = new RequestBudget(10, 100);
    service = service(there.address());
    for (int i = 0; i < 10; i++) {
      there.answer(200, "{}");
    }
    for (int i = 0; i < 9; i++) {
      assertThat(service.send(READ)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(failure(service.send(READ)).kind()).isEqualTo(Kind.BUDGET_SPENT);
    assertThat(sendFor(Urgency.CLAIM)).isInstanceOf(Outcome.Done.class);
    assertThat(failure(sendFor(Urgency.CLAIM)).kind()).isEqualTo(Kind.BUDGET_SPENT);
  }

  @Test
  void whatDidNotChangeIsCountedApartAndStopsNobody() {
    budget = new RequestBudget(100, 2);
    service = service(there.address());
    for (int i = 0; i < 9; i++) {
      there.answer(304, "");
    }
    there.answer(200, "{}").answer(200, "{}");
    for (int i = 0; i < 11; i++) {
      assertThat(sendFor(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(budget.sent("run/S-A")).isEqualTo(new Requests(2, 9));
    assertThat(failure(sendFor(Urgency.STEP)).kind()).isEqualTo(Kind.BUDGET_SPENT);
  }

  @Test
  void workThatABudgetStopsIsToldWhenItCanBeDoneAndSoIsWhatItIsPartOf() {
    budget = new RequestBudget(100, 1);
    service = service(there.address());
    there.answer(200, "{}");
    OnBehalf whole = OnBehalf.of(SESSION, Urgency.STEP);
    OnBehalf part = OnBehalf.of(SESSION, Urgency.STEP);
    whole.run(() -> {
      assertThat(part.call(() -> service.send(READ))).isInstanceOf(Outcome.Done.class);
      assertThat(part.putOffUntil()).isEmpty();
      assertThat(part.call(() -> service.send(READ))).isInstanceOf(Outcome.Failed.class);
    });
    assertThat(part.putOffUntil()).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(whole.putOffUntil()).isEqualTo(part.putOffUntil());
    assertThat(OnBehalf.current()).isEmpty();
  }

  @Test
  void noFailureAndNoTextHoldsTheSecret() {
    there.answer(401, "{}");
    assertThat(failure(service.send(READ)).reason()).doesNotContain(SECRET);
    there.close();
    assertThat(failure(service.send(READ)).reason()).doesNotContain(SECRET);
    assertThat(service + " " + READ).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1/api/next", "https://evil.example/api", "/a b", "http://u@x/"})
  void anotherAddressIsNeverAsked(String target) {
    assertThat(failure(service.send(JsonRequest.get("read", target))).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(budget.sent()).isEmpty();
  }

  @Test
  void theNextPageOfTheSameServiceIsAsked() {
    there.answer(200, "{}");
    JsonRequest next = JsonRequest.get("read", there.address() + "/issues?page=2");
    assertThat(service.send(next)).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "https://user:pw@api.example",
        "https://api.example/?a=b"
      })
  void aSecretTravelsEncryptedOrNotAtAll(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceAddress(URI.create(address)))
        .withMessageNotContaining("pw");
    assertThat(new ServiceAddress(URI.create("https://api.example"))).isNotNull();
    assertThat(new ServiceAddress(URI.create("http://[::1]:80"))).isNotNull();
  }
}
