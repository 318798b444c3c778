package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.limit.Limits;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Severity;
import dev.signalbox.review.Voice;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.workspace.ExitLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What others find is in the record of the session's work, and has one fate there and outside. */
class OutsideRulesTest {
  private static final RowId C1 = RowId.of("C1").orElseThrow();
  private static final String CLAIM = "The amount is not checked";

  private static EngineRun shown() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A").shown("S-A");
  }

  private static EngineRun says(EngineRun run, Source source, Severity severity, String claim) {
    FeedbackItem item =
        new FeedbackItem(
            "github:review-comment:" + (run.state().sequence() + 100),
            new Speaker(source, source.name(), Standing.KNOWN),
            Kind.FINDING,
            new Subject(
                Optional.empty(),
                Optional.empty(),
                Optional.of(7),
                Optional.of("branch-S-A"),
                Optional.empty()),
            new Content(
                claim,
                claim,
                Optional.of(severity),
                Result.NONE,
                Optional.of("src/Pay.java:12"),
                Optional.of("https://forge/7#discussion_r" + (run.state().sequence() + 100)),
                Optional.empty()),
            Instant.EPOCH);
    run.give(
        new Input.FeedbackCame(
            item, RoutingRules.plain(Optional.empty(), new AgentCatalogue(List.of()))));
    return run;
  }

  private static EngineRun hears(EngineRun run) {
    return run.later(Duration.ofSeconds(31)).tick().tick();
  }

  /** It says nothing of what it is told. */
  private static EngineRun passesOver(EngineRun run) {
    return endsSilently(hears(run));
  }

  private static EngineRun endsSilently(EngineRun run) {
    run.working("S-A").completes("S-A").seen("S-A", EngineRun.goodLook());
    return showsAgain(run.exits("S-A", 0).takenInAt("S-A", "tip-2"));
  }

  private static EngineRun answers(EngineRun run, boolean isAddressed, String reason) {
    hears(run).working("S-A");
    long number = run.state().feedback().lastKey();
    run.heard("S-A", new AgentSignal.FeedbackAnswered(number, isAddressed, reason));
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    return run.takenInAt("S-A", "tip-2");
  }

  private static EngineRun showsAgain(EngineRun run) {
    run.give(
        new Input.PullRequestOpened(
            run.cause("S-A"), run.at("S-A").id(), 7, "forge/7", "branch-S-A", "tip-2"));
    return run;
  }

  private static Row row(EngineRun run, RowId id) {
    return run.state().reviews().firstEntry().getValue().record().row(id).orElseThrow();
  }

  private static void writes(EngineRun run, String words) {
    run.decide(GateKind.REVIEW, new GateDecision.Answered(List.of(words)));
  }

  private static Feedback last(EngineRun run) {
    return run.state().feedback().lastEntry().getValue();
  }

  @Test
  void theRecordBeginsWithTheFirstWordFromOutside() {
    EngineRun run = says(shown(), Source.CODEX, Severity.CRITICAL, CLAIM);

    assertThat(row(run, C1).voices())
        .extracting(Voice::source, Voice::isRequired)
        .containsExactly(Tuple.tuple("codex", true));
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    answers(run, true, "");
    showsAgain(run);
    assertThat(row(run, C1).voices().getFirst().outcome())
        .isEqualTo(new Voice.Outcome(Voice.Standing.ADDRESSED, "S-A", "tip-2"));
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
  }

  @Test
  void aNoThatWeighsWaitsForAPersonAndIsAnsweredOutsideAfterwards() {
    EngineRun run = says(shown(), Source.CODEX, Severity.CRITICAL, CLAIM);
    answers(run, false, "the bank checks it");
    showsAgain(run);

    assertThat(run.gate(GateKind.REVIEW).shown())
        .contains("| C1 | Critical |", "CODEX (codex)", "declined by S-A", "the bank checks it");
    assertThat(last(run).reply()).isEqualTo(new Reply.None());
    writes(run, "override C1: the bank checks it");
    assertThat(run.state().gates()).isEmpty();
    assertThat(last(run).reply().to()).map(Reply.To::manner).contains(Reply.Manner.DECLINED);
    assertThat(last(run).stage())
        .isEqualTo(new Stage.Settled(Fate.DECLINED, "S-A", "the bank checks it"));
  }

  @Test
  void aPersonMayHaveItDoneAfterAll() {
    EngineRun run = says(shown(), Source.CODEX, Severity.CRITICAL, CLAIM);
    answers(run, false, "the bank checks it");
    showsAgain(run).approve(GateKind.REVIEW);

    assertThat(last(run).stage()).isEqualTo(new Stage.Waiting());
    assertThat(row(run, C1).voices().getFirst().outcome()).isEqualTo(Voice.Outcome.OPEN);
    answers(run, false, "still no");
    showsAgain(run);
    assertThat(run.gate(GateKind.REVIEW).title()).endsWith("1 finding to decide");
    writes(run, "defer C1 to SHOP-9");
    assertThat(last(run).stage()).isEqualTo(new Stage.Settled(Fate.FILED, "ann", "SHOP-9"));
    assertThat(last(run).reply().to()).map(Reply.To::manner).contains(Reply.Manner.FILED);
  }

  @Test
  void whoeverHasItDoneAfterAllIsNotAskedOnceMoreWhetherItIs() {
    EngineRun run = says(shown(), Source.CODEX, Severity.CRITICAL, CLAIM);
    passesOver(run);
    passesOver(run);
    answers(run, false, "the bank checks it");
    assertThat(last(run).told()).isEqualTo(Limits.FEEDBACK_TELLS_MAX);
    showsAgain(run).approve(GateKind.REVIEW);

    hears(run);
    assertThat(run.state().gates()).isEmpty();
    assertThat(last(run).stage()).isInstanceOf(Stage.Told.class);
    assertThat(run.word("S-A")).isNotEqualTo("InReview");
    // What it leaves open from then on is asked as ever.
    endsSilently(run);
    passesOver(run);
    passesOver(run);
    hears(run);
    assertThat(run.hasGate(GateKind.FINDING)).isTrue();
  }

  @Test
  void aNoToSomethingSmallStands() {
    EngineRun run = says(shown(), Source.COPILOT, Severity.CONSIDER, CLAIM);
    answers(run, false, "it is meant so");
    showsAgain(run);

    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    assertThat(last(run).reply().to()).map(Reply.To::manner).contains(Reply.Manner.DECLINED);
  }

  @Test
  void whileAPersonDecidesTheSessionIsNotToldAndTheWordSettlesIt() {
    EngineRun run =
        Example.of("S-A")
            .pullRequests()
            .reviewers(1, false, "security")
            .open()
            .working("S-A")
            .handsIn("S-A")
            .shown("S-A");
    run.working("S-B")
        .completes("S-B")
        .seen(
            "S-B",
            new ExitLook(
                Optional.of("tip"),
                0,
                List.of(),
                true,
                Optional.of(
                    """
                    {"recommendation": "REVISE", "findings": [{"id": "F1",
                    "severity": "Important", "location": "src/Pay.java:12",
                    "claim": "The amount is not checked", "evidence": "charge(-5) is taken"}]}
                    """)))
        .exits("S-B", 0);
    says(run, Source.CODEX, Severity.CRITICAL, "The amount is not checked at all");
    run.later(Duration.ofMinutes(10)).tick();

    RowId row = RowId.of("I1").orElseThrow();
    assertThat(row(run, row).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(run.gate(GateKind.REVIEW).shown())
        .contains("| I1 | Critical (raised by CODEX) |", "security (1 of 1), CODEX (codex)");
    assertThat(last(run).stage()).isEqualTo(new Stage.Waiting());
    writes(run, "override I1: nobody can send that");
    assertThat(last(run).stage())
        .isEqualTo(new Stage.Settled(Fate.LEFT, "ann", "override: nobody can send that"));
    assertThat(run.state().gates()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("InReview");
    run.passes("S-A");
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void withoutPullRequestsAndReviewersThereIsNoRecord() {
    EngineRun run = Example.of("S-A").open().working("S-A");
    run.handsIn("S-A");
    assertThat(run.state().reviews()).isEmpty();
  }
}
