package dev.signalbox.tracker.linear;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.journal.tracker.ClaimNotes;
import dev.signalbox.journal.tracker.TrackerClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is Linear's own: its errors, its limits, its states, and what a session costs. */
class LinearServiceTest {
  private static final NoteKey SUMMARY = new NoteKey("run-7/S-A/summary");

  private LinearWorld world;
  private Tracker tracker;

  @BeforeEach
  void start() {
    world = LinearWorld.open();
    tracker = world.client();
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  private IssueId make(String key, Optional<IssueId> parent) {
    return done(tracker.create(new NoteKey(key), new NewIssue(key, "", parent, List.of())));
  }

  private IssueId make(String key) {
    return make(key, Optional.empty());
  }

  private static Failure failure(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<?>) outcome).failure();
  }

  @ParameterizedTest
  @EnumSource(LinearFake.Fault.class)
  void aWriteThatWasNotAnsweredIsMadeOnce(LinearFake.Fault fault) {
    IssueId id = make("a");
    world.fake.failNext(fault);
    done(tracker.comment(id, SUMMARY, "Done"));
    world.fake.failNext(fault);
    IssueId second = make("b");
    assertThat(done(tracker.comments(id))).extracting(Comment::body).containsExactly("Done");
    assertThat(make("b")).isEqualTo(second);
    assertThat(world.fake.workspace.issues).hasSize(2);
  }

  @Test
  void aPartialAnswerIsNeverAWholeOne() {
    IssueId id = make("a");
    world.fake.failNext(
        LinearFake.Fault.PARTIAL_ERROR,
        LinearFake.Fault.PARTIAL_ERROR,
        LinearFake.Fault.PARTIAL_ERROR,
        LinearFake.Fault.PARTIAL_ERROR);
    assertThat(failure(tracker.read(id)).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(done(tracker.read(id)).id()).isEqualTo(id);
  }

  @Test
  void aWrongKeyIsForAPersonAndIsNotShown() {
    Failure failure = failure(world.client("lin_api_wrong_0123").read(new IssueId("SHOP-1")));
    assertThat(failure.kind()).isEqualTo(Kind.UNAUTHENTICATED);
    assertThat(failure.reason()).doesNotContain("wrong_0123");
  }

  @Test
  void overTheLimitNothingIsSentUntilItIsReset() {
    IssueId id = make("a");
    Instant reset = world.time.instant().plus(Duration.ofHours(1));
    world.fake.limit(world.fake.costs().size() + 1, 3_000_000);
    done(tracker.read(id));
    int before = world.fake.costs().size();
    Failure failure = failure(tracker.read(id));
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.notBefore()).contains(reset);
    assertThat(world.fake.costs()).hasSize(before);
    world.time.pass(Duration.ofHours(1));
    assertThat(done(tracker.read(id)).id()).isEqualTo(id);
  }

  @Test
  void complexityThatIsUsedUpIsATimeToWait() {
    IssueId id = make("a");
    Instant reset = world.time.instant().plus(Duration.ofHours(1));
    world.fake.limit(2_500, 200);
    Failure failure = failure(tracker.read(id));
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.notBefore()).contains(reset);
  }

  private String state(IssueId id) {
    return world.fake.workspace.issue(id.value()).node("state").text("position");
  }

  @Test
  void statesAreChosenByTypeAndPosition() {
    IssueId id = make("a");
    done(tracker.move(id, IssueStatus.STARTED));
    assertThat(state(id)).isEqualTo("1002.5");
    done(tracker.move(id, IssueStatus.IN_REVIEW));
    assertThat(state(id)).isEqualTo("1003.0");
    done(tracker.move(id, IssueStatus.STARTED));
    assertThat(state(id)).isEqualTo("1002.5");
  }

  @Test
  void reviewIsWhatTheGitAutomationSaysElseTheLastStartedStateElseNone() {
    LinearWorkspace there = world.fake.workspace;
    FakeNode middle = there.state("started", 1_002.7);
    there.automate("review", middle);
    IssueId id = make("a");
    done(tracker.move(id, IssueStatus.IN_REVIEW));
    assertThat(state(id)).isEqualTo("1002.7");
    assertThat(done(tracker.read(id)).standing().status()).isEqualTo(IssueStatus.IN_REVIEW);
    there.forgetAutomation();
    done(world.client().move(id, IssueStatus.IN_REVIEW));
    assertThat(state(id)).isEqualTo("1003.0");
    there.removeState("started", 1_003);
    there.removeState("started", 1_002.7);
    IssueId other = make("b");
    done(world.client().move(other, IssueStatus.IN_REVIEW));
    assertThat(state(other)).isEqualTo("1002.5");
    assertThat(done(world.client().read(other)).standing().status()).isEqualTo(IssueStatus.STARTED);
  }

  @Test
  void aParentThatLinearClosesItselfIsABotsMove() {
    IssueId parent = make("p");
    IssueId child = make("c", Optional.of(parent));
    done(tracker.move(child, IssueStatus.COMPLETED));
    Move move = done(tracker.moves(parent)).getLast();
    assertThat(move.to()).isEqualTo(IssueStatus.COMPLETED);
    assertThat(move.by().map(Actor::isBot)).contains(true);
    assertThat(move.by()).isNotEqualTo(Optional.of(done(tracker.account())));
  }

  @Test
  void whatHasMoreThanOnePageIsReadToItsEnd() {
    IssueId parent = make("p");
    IssueId child = make("c", Optional.of(parent));
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 55; i++) {
      labels.add("label-" + i);
    }
    done(tracker.label(child, labels, List.of()));
    assertThat(done(tracker.read(child)).labels()).containsExactlyElementsOf(labels);
    assertThat(done(tracker.children(parent)).getFirst().labels())
        .containsExactlyElementsOf(labels);
    for (int i = 0; i < 55; i++) {
      world.agentSays(child, "Thought " + i);
    }
    DelegatedWork work = done(tracker.delegatedWork(child)).getFirst();
    assertThat(work.activities()).hasSize(55);
    assertThat(work.links()).containsExactly("https://agent.invalid/run/1");
  }

  @Test
  void aCopyOfOurCommentIsAComment() {
    IssueId id = make("a");
    done(tracker.comment(id, SUMMARY, "Done"));
    world.personSays(id, CommentMark.write(SUMMARY, "Done"));
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::key)
        .containsExactly(Optional.of(SUMMARY), Optional.empty());
  }

  @Test
  void anIdThatAStrangerTookIsNotRewritten() {
    IssueId id = make("a");
    String ours = SUMMARY.id("comment on " + id).toString();
    world.fake.within(() ->
        world.fake.actions.createComment(
            world.fake.workspace.person,
            Map.of("id", ours, "issueId", id.value(), "body", "mine")));
    assertThat(failure(tracker.comment(id, SUMMARY, "Done")).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(done(tracker.comments(id)))
        .singleElement()
        .satisfies(found -> assertThat(found.key()).isEmpty());
  }

  @Test
  void oneSessionCostsFewRequests() {
    IssueId id = make("a");
    Tracker fresh = world.client();
    Claims claims =
        new TrackerClaims(
            new MemoryClaims(),
            new ClaimNotes(fresh, Set.of(), Limits.CLAIM_MARGIN),
            "host/a",
            world.time);
    ClaimKey key = new ClaimKey(fresh.scope(), id);
    Instant now = world.time.instant();
    String session = "run-7/S-A";
    SessionKey owner = new SessionKey(new RunId("run-7"), new SessionId("S-A"));
    OnBehalf.of(owner, OnBehalf.Urgency.STEP)
        .run(() -> {
          ClaimOutcome claim = claims.acquire(key, session, now, now.plus(Limits.CLAIM_LEASE));
          assertThat(claim).isEqualTo(new ClaimOutcome.Acquired(1));
          done(fresh.move(id, IssueStatus.STARTED));
          done(fresh.attach(id, new Attachment("Pull request", "https://forge.invalid/1")));
          done(fresh.comment(id, SUMMARY, "What was done"));
          done(fresh.move(id, IssueStatus.COMPLETED));
          assertThat(claims.release(key, session, 1)).isTrue();
        });
    long sent = world.budget.sent(session).counted();
    System.err.println("requests of one session at Linear: " + sent + " " + world.budget.sent());
    assertThat(sent).isLessThanOrEqualTo(13);
    claims.close();
  }
}
