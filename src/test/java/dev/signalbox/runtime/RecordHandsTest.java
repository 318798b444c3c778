package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Hold;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.engine.Taken;
import dev.signalbox.engine.Trace;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.limit.Limits;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Recommendation;
import dev.signalbox.review.Reported;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowDecision;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Ruling;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the record of a session's work is put, and how often. */
class RecordHandsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TIP = "1".repeat(40);
  private static final RunState OPENED =
      Engine.decide(
              RunState.before(0), NOON, new Input.OpenRun(RunSketch.spec("table"), "ann", true))
          .state();
  private static final SessionKey KEY =
      new SessionKey(OPENED.spec().orElseThrow().run(), RunSketch.A);

  private final MemoryForge forge = new MemoryForge("acme/shop", Clock.fixed(NOON, ZoneOffset.UTC));
  private final KeptFindings beside = new KeptFindings();
  private int number;

  @BeforeEach
  void open() {
    forge.others().push("work", TIP);
    Outcome<PullRequest> opened =
        forge.open(new NewPullRequest("work", "main", "Card numbers", "Numbers."));
    assertThat(opened).isInstanceOf(Outcome.Done.class);
    number = ((Outcome.Done<PullRequest>) opened).value().number();
  }

  private RecordHands hands() {
    return new RecordHands(
        beside.workspaces(), Optional.of(new PullRequests(forge, new UnreachableUpstream())));
  }

  private static Optional<String> write(RecordHands hands, RunState state) {
    return hands.write(state, KEY.run());
  }

  private List<String> comments() {
    return ((Outcome.Done<List<Remark>>) forge.remarks(number))
        .value().stream().map(Remark::body).toList();
  }

  private static Row row(Optional<RowDecision> decision) {
    Finding finding =
        new Finding(
            "F1", Severity.CRITICAL, Optional.empty(), "Fixes #1 as @bob says", "evidence", "");
    return new Row(
        RowId.of("C1").orElseThrow(),
        List.of(new Reported("security", finding)),
        1,
        1,
        decision.map(it -> new Ruling(it, "ann", 1)));
  }

  private static Review review(Review.Stage stage, Row... rows) {
    return new Review(
        40,
        Optional.of(RunSketch.A),
        new Review.Round(
            TIP, List.of(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty()),
        new ReviewRecord(1, Recommendation.REVISE, List.of(rows)),
        stage,
        false);
  }

  private Trace trace(Hold hold) {
    Trace none = OPENED.find(RunSketch.A).orElseThrow().trace();
    return new Trace(
        none.drift(),
        hold,
        none.issue(),
        Optional.of(new PullRequestShown(number, "https://x", "work", TIP, NOON, Optional.empty())),
        none.closing(),
        new Taken(TIP, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty()),
        none.milestones());
  }

  private RunState with(Hold hold, Review review) {
    Session session = OPENED.find(RunSketch.A).orElseThrow();
    SortedMap<SessionId, Session> sessions = new TreeMap<>(OPENED.sessions());
    sessions.put(
        RunSketch.A,
        new Session(
            session.spec(),
            new SessionState.InReview(TIP, new SessionState.ReviewStep.Open()),
            session.since(),
            session.known(),
            session.tally(),
            session.outbox(),
            trace(hold)));
    SortedMap<Long, Review> reviews = new TreeMap<>();
    reviews.put(review.number(), review);
    return new RunState(
        OPENED.spec(),
        OPENED.sequence(),
        sessions,
        new RunState.Decisions(OPENED.gates(), OPENED.settled(), reviews, List.of()),
        OPENED.feedback(),
        OPENED.course(),
        OPENED.registry());
  }

  private RunState decided(Optional<RowDecision> decision) {
    return with(new Hold.Sure(), review(new Review.Stage.Deciding(), row(decision)));
  }

  @Test
  void itIsKeptBesideTheWorkAndSaidOnceOnThePullRequest() {
    RecordHands hands = hands();
    RunState open = decided(Optional.empty());
    assertThat(write(hands, open)).isEmpty();
    assertThat(write(hands, open)).isEmpty();
    assertThat(beside.kept)
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.session()).isEqualTo(KEY);
          assertThat(kept.tip()).isEqualTo(TIP);
          assertThat(kept.text())
              .startsWith("# Review Decision Record of SHOP-101\n")
              .contains("its work " + TIP)
              .containsSubsequence("| C1 | Critical", "## Fix-forward", "To be decided:", "- C1");
        });
    assertThat(comments())
        .singleElement()
        .asString()
        .containsSubsequence("| C1 | Critical", "## Fix-forward", "To be decided:")
        .doesNotContain("@bob", "Fixes #1");
  }

  @Test
  void whatWasDecidedTakesItsPlaceAlsoAfterARestart() {
    RecordHands hands = hands();
    assertThat(write(hands, decided(Optional.empty()))).isEmpty();
    RunState decided = decided(Optional.of(new RowDecision.Overridden("a test account")));
    assertThat(write(hands, decided)).isEmpty();
    assertThat(comments()).singleElement().asString().contains("override by ann");
    assertThat(write(hands(), decided)).isEmpty();
    assertThat(comments())
        .singleElement()
        .asString()
        .containsSubsequence("override by ann", "## Fix-forward", "Accepted risk:")
        .doesNotContain("To be decided");
    assertThat(beside.kept).hasSize(3);
    assertThat(beside.kept.get(2)).isEqualTo(beside.kept.get(1));
  }

  @Test
  void noReviewerIsQuotedBeforeAllOfThemAreDone() {
    Review looking = review(new Review.Stage.Reviewing(), row(Optional.empty()));
    assertThat(write(hands(), with(new Hold.Sure(), looking))).isEmpty();
    assertThat(beside.kept).isEmpty();
    assertThat(comments()).isEmpty();
  }

  @Test
  void aReviewThatFoundNothingIsKeptAndIsNoNewsOnThePullRequest() {
    Review clean = review(new Review.Stage.Passed("ann"));
    assertThat(write(hands(), with(new Hold.Sure(), clean))).isEmpty();
    assertThat(beside.kept)
        .singleElement()
        .satisfies(kept -> assertThat(kept.text()).contains("No findings."));
    assertThat(comments()).isEmpty();
  }

  @Test
  void onAnotherAgentsIssueNothingIsSaid() {
    Review review = review(new Review.Stage.Deciding(), row(Optional.empty()));
    assertThat(write(hands(), with(new Hold.Lost("somebody"), review))).isEmpty();
    assertThat(comments()).isEmpty();
  }

  @Test
  void whatCouldNotBePutThereIsTriedAgain() {
    RecordHands hands = hands();
    RunState open = decided(Optional.empty());
    beside.refusal = Optional.of("git update-ref: locked");
    forge.others().failWith(Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "it is away")));
    assertThat(write(hands, open))
        .contains(
            "git update-ref: locked; comment on pull request %d: UNREACHABLE: it is away"
                .formatted(number));
    beside.refusal = Optional.empty();
    forge.others().failWith(Optional.empty());
    assertThat(write(hands, open)).isEmpty();
    assertThat(beside.kept).hasSize(1);
    assertThat(comments()).hasSize(1);
  }

  @Test
  void aRecordThatIsTooLongForACommentSaysWhereTheRestIs() {
    Row[] rows =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i ->
                new Row(
                    RowId.of("I" + i).orElseThrow(),
                    List.of(
                        new Reported(
                            "security",
                            new Finding(
                                "F" + i,
                                Severity.IMPORTANT,
                                Optional.empty(),
                                "claim %d %s".formatted(i, "x".repeat(100)),
                                "evidence",
                                ""))),
                    1,
                    1,
                    Optional.<Ruling>empty()))
            .toArray(Row[]::new);
    Review review = review(new Review.Stage.Deciding(), rows);
    assertThat(write(hands(), with(new Hold.Sure(), review))).isEmpty();
    assertThat(comments().getFirst())
        .hasSizeLessThan(Limits.GITHUB_TEXT_CHARS_MAX)
        .containsSubsequence("| I1 |", "signalbox reviews", "## Fix-forward", "- I1 ", "reviews");
    assertThat(beside.kept.getFirst().text()).contains("| I400 |", "- I400 Important");
  }
}
