package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Usd;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Requests;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.Pace;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.TrackerContractTest;
import dev.signalbox.tracker.linear.LinearAgentSessions;
import dev.signalbox.tracker.linear.LinearRules;
import dev.signalbox.tracker.linear.LinearWorld;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import dev.signalbox.webhook.AgentCall;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told in an agent session of Linear while a session of a run works on its issue. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class CallFollowingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String URL = "https://github.test/acme/shop/pull/4";

  @TempDir private Path folder = Path.of("");
  private LinearWorld world;
  private JsonService service;
  private IssueId issue = new IssueId("SHOP-0");
  private Instant now = NOON;
  private CallFollowing.Seen seen = new CallFollowing.Seen(Optional.empty(), false);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() {
    world = LinearWorld.open();
    issue =
        TrackerContractTest.done(
            world
                .client()
                .create(new NoteKey("i"), new NewIssue("Cards", "", Optional.empty(), List.of())));
    service =
        new JsonService(
            new JsonService.Account(
                new ServiceAddress(world.address()), () -> LinearWorld.KEY, List.of()),
            new LinearRules(),
            new RequestBudget(1_000, 1_000),
            new Pace(Clock.systemUTC(), _ -> {}, new Random(7)));
  }

  @AfterEach
  void close() {
    if (world != null) {
      service.close();
      world.close();
    }
  }

  /** As each new process makes it. */
  private CallFollowing following() {
    return new CallFollowing(
        new LinearAgentSessions(service),
        new FollowedCalls(folder.resolve("calls")),
        () -> seen,
        () -> now,
        told::add);
  }

  private void stands(String word, Optional<String> reason) {
    boolean isOver = List.of("Merged", "Failed", "Abandoned").contains(word);
    boolean isShown = List.of("InReview", "MergeReady", "Merged").contains(word);
    SessionView session =
        new SessionView(
            new SessionId("S-A"),
            new SessionView.Work(
                SessionView.IMPLEMENT,
                "1A",
                "Cards",
                issue.value(),
                "scripted",
                "b",
                isShown ? Optional.of(URL) : Optional.empty()),
            new SessionView.Standing(
                word,
                word,
                isOver,
                reason,
                word.equals("Merged") ? Optional.of("c0ffee") : Optional.empty()),
            new SessionView.Effort(Optional.empty(), 0, Optional.empty(), 1, Requests.NONE),
            Optional.empty(),
            List.of(),
            new SessionView.Drift(List.of(), 0));
    seen = new CallFollowing.Seen(Optional.of(run(List.of(session))), true);
  }

  private static RunView run(List<SessionView> sessions) {
    return new RunView(
        1,
        NOON,
        new RunView.Head(
            "cards-1",
            "plan.md",
            new RunView.Course(1, 1, 1, 1, false, false),
            new RunView.Money(0, Usd.ZERO, Optional.empty()),
            Optional.empty()),
        sessions,
        List.of());
  }

  private String called() {
    return answered(following(), world.call(issue));
  }

  private String answered(CallFollowing following, String session) {
    AgentCall call = new AgentCall(AgentCall.Kind.CREATED, session, "created", Optional.of(issue));
    assertThat(new AgentCallAnswer(new LinearAgentSessions(service), following).answer(call))
        .isInstanceOf(Outcome.Done.class);
    return session;
  }

  private static final String FIRST =
      "Thought: This issue has a session in run `cards-1`: session `S-A` (scripted).";

  @Test
  void eachChangeIsToldOnceAndTheLastWordHasThePullRequest() {
    stands("Working", Optional.empty());
    String session = called();
    CallFollowing following = following();
    following.look();
    for (String word : List.of("AwaitingDecision", "Working", "InReview", "MergeReady", "Merged")) {
      stands(word, Optional.empty());
      following.look();
      following.look();
      following().look();
    }
    assertThat(world.said(session))
        .containsExactly(
            FIRST,
            "Thought: Session `S-A` (scripted) waits for a person, in the inbox of run `cards-1`.",
            "Thought: Session `S-A` (scripted) works on this.",
            "Thought: Session `S-A` (scripted): its work is in review. Pull request: " + URL,
            "Response: Done, merged as `c0ffee`. Pull request: " + URL);
    assertThat(told).isEmpty();
  }

  @Test
  void whatFailedIsAnErrorWithItsReason() {
    stands("Working", Optional.empty());
    String session = called();
    stands("Failed", Optional.of("no tests, says @ann"));
    following().look();
    following().look();
    assertThat(world.said(session))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Error: Session `S-A` (scripted) failed: no tests, says ")
        .doesNotContain(" @ann");
  }

  @Test
  void whoWorksIsNeverSilentForHalfAnHour() {
    stands("Working", Optional.empty());
    String session = called();
    CallFollowing following = following();
    for (int minute = 0; minute < 24; minute++) {
      following.look();
      now = now.plus(Duration.ofMinutes(1));
    }
    assertThat(world.said(session)).containsExactly(FIRST);
    now = now.plus(Duration.ofMinutes(1));
    following.look();
    following.look();
    String still = "Thought: Session `S-A` (scripted) works on this.";
    assertThat(world.said(session)).containsExactly(FIRST, still);
    now = now.plus(Duration.ofMinutes(25));
    following.look();
    // The one before was a passing word.
    assertThat(world.said(session)).containsExactly(FIRST, still);
    now = now.plus(Duration.ofMinutes(25));
    seen = new CallFollowing.Seen(seen.run(), false);
    int before = world.requests();
    following.look();
    assertThat(world.requests()).as("nobody knows whether it works").isEqualTo(before);
  }

  @Test
  void aKillBeforeOrAfterItWasSaidLeavesItSaidOnce() {
    stands("Working", Optional.empty());
    String session = called();
    stands("InReview", Optional.empty());
    world.fail(true);
    following().look();
    assertThat(told).singleElement().asString().contains("UNREACHABLE", "it is tried again");
    world.fail(false);
    FollowedCalls calls = new FollowedCalls(folder.resolve("calls"));
    FollowedCall pending = calls.of(session).orElseThrow();
    assertThat(pending.isSaid()).isFalse();
    following().look();
    assertThat(world.said(session)).hasSize(2);
    // Said, and the process was gone before it could be noted.
    calls.keep(pending);
    stands("Merged", Optional.empty());
    following().look();
    following().look();
    assertThat(world.said(session)).hasSize(3).last().asString().startsWith("Response: Done");
  }

  @Test
  void whereNobodyWorksTheFirstAnswerIsTheLastWord() {
    String session = called();
    stands("Merged", Optional.empty());
    String over = called();
    following().look();
    now = now.plus(Duration.ofHours(1));
    following().look();
    assertThat(world.said(session))
        .containsExactly(
            "Response: No run of Signalbox is open. This is kept, and the next run takes it in.");
    assertThat(world.said(over)).hasSize(1).first().asString().startsWith("Response: ");
  }

  @Test
  void aRunThatIsGoneLeavesNobodyWaiting() {
    stands("Working", Optional.empty());
    String session = called();
    seen = new CallFollowing.Seen(Optional.of(run(List.of())), true);
    following().look();
    assertThat(world.said(session))
        .containsExactly(FIRST, "Response: No session of Signalbox works on this issue any more.");
  }

  @Test
  void whatLinearRefusesHoldsNothingUp() {
    stands("Working", Optional.empty());
    FollowedCalls calls = new FollowedCalls(folder.resolve("calls"));
    following().begin("11111111-1111-4111-8111-111111111111", issue, seen.run().orElseThrow());
    String session = called();
    stands("InReview", Optional.empty());
    following().look();
    assertThat(told).singleElement().asString().contains("it stays unsaid");
    assertThat(world.said(session)).hasSize(2);
    assertThat(calls.all()).allMatch(FollowedCall::isSaid);
  }
}
