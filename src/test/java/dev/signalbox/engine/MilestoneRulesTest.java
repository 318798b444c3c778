package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.review.Finding;
import dev.signalbox.review.FindingProof;
import dev.signalbox.review.Location;
import dev.signalbox.review.MilestoneReport;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.Recommendation;
import dev.signalbox.review.Severity;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reviews inside of a session: by its own subagents, at each of its milestones. */
class MilestoneRulesTest {
  private static final List<String> REVIEWERS = List.of("security", "challenger");
  private static final List<String> NOTHING = List.of();

  private static final Finding UNCHECKED =
      new Finding(
          "F1",
          Severity.CRITICAL,
          Location.of("src/Pay.java:12"),
          "The amount is not checked",
          "`take(amount)`",
          "");

  private static EngineRun working() {
    return working(true);
  }

  private static EngineRun working(boolean tellsSubagents) {
    return Example.of("S-A")
        .exec(ExecMode.CHECKPOINT)
        .milestones(tellsSubagents, "security", "challenger")
        .open()
        .working("S-A");
  }

  /** As many subagents ran as have to, and the turn is over. */
  private static EngineRun stops(EngineRun run) {
    subagents(run, 2);
    return run.turnEnds("S-A", new TurnResult.Completed());
  }

  private static void subagents(EngineRun run, int count) {
    for (int i = 0; i < count; i++) {
      run.heard("S-A", new AgentSignal.SubagentRan());
    }
  }

  private static EngineRun seen(EngineRun run, String tip, List<String> missing, Opinion... given) {
    MilestoneReport report =
        new MilestoneReport(tip, "The schema is there.", List.of(given), missing);
    return seen(run, new MilestoneLook(tip, List.of(), report, proofs(given)));
  }

  private static EngineRun seen(EngineRun run, MilestoneLook look) {
    run.give(new Input.MilestoneSeen(run.cause("S-A"), new SessionId("S-A"), look));
    return run;
  }

  private static List<FindingProof> proofs(Opinion... given) {
    return List.of(given).stream()
        .flatMap(opinion ->
            opinion.findings().stream()
                .map(each ->
                    new FindingProof(opinion.reviewer(), each.id(), FindingProof.Result.NOT_FOUND)))
        .toList();
  }

  private static Opinion[] nothing() {
    return REVIEWERS.stream()
        .map(name -> new Opinion(name, Recommendation.APPROVE, List.of()))
        .toArray(Opinion[]::new);
  }

  private static Opinion[] unchecked() {
    return REVIEWERS.stream()
        .map(name -> new Opinion(name, Recommendation.REVISE, List.of(UNCHECKED)))
        .toArray(Opinion[]::new);
  }

  private static String said(EngineRun run) {
    return run.said("S-A").stream()
        .filter(AgentMessage.Say.class::isInstance)
        .map(message -> ((AgentMessage.Say) message).text())
        .reduce("", String::concat);
  }

  private static Review review(EngineRun run) {
    return run.state().reviews().firstEntry().getValue();
  }

  @Test
  void aMilestoneIsLookedAtBeforeAPersonIsAsked() {
    EngineRun run = stops(working());
    assertThat(run.effects())
        .containsExactly(new Effect.LookAtMilestone(run.cause("S-A"), new SessionId("S-A")));
    assertThat(run.state().gates()).isEmpty();

    seen(run, "t1", NOTHING, unchecked());
    assertThat(run.gate(GateKind.MILESTONE).title())
        .isEqualTo("S-A is at milestone 1: 2 reviewers, 1 finding to decide");
    assertThat(run.gate(GateKind.MILESTONE).shown())
        .contains(
            "Commit: t1",
            "Subagents since the last milestone: 2",
            "| C1 | Critical | src/Pay.java:12: The amount is not checked |",
            "- C1 security: not found at src/Pay.java:12",
            "The schema is there.");
    assertThat(run.word("S-A")).isEqualTo("Halted");
  }

  @Test
  void whatAPersonAgreesWithIsTheNextWorkAndItsRowKeepsItsName() {
    EngineRun run = seen(stops(working()), "t1", NOTHING, unchecked()).approve(GateKind.MILESTONE);
    assertThat(run.word("S-A")).isEqualTo("Working");
    assertThat(said(run)).contains("C1 (Critical)", "That is your next work");

    seen(stops(run), "t2", NOTHING, unchecked());
    assertThat(run.gate(GateKind.MILESTONE).title())
        .isEqualTo("S-A is at milestone 2: 2 reviewers, 1 finding to decide");
    assertThat(run.gate(GateKind.MILESTONE).shown()).contains("**Round:** 2", "| C1 | Critical |");
    run.approve(GateKind.MILESTONE);
    run.heard("S-A", new AgentSignal.TaskCompleted());
    seen(stops(run), "t3", NOTHING, nothing()).approve(GateKind.MILESTONE);
    assertThat(run.facts()).contains(new Fact.ExitCheckBegun(new SessionId("S-A"), true));
    assertThat(review(run).record().isMended(review(run).record().rows().getFirst())).isTrue();
  }

  @Test
  void criticalRowsAreDecidedBeforeItGoesOn() {
    EngineRun run = seen(stops(working()), "t1", NOTHING, unchecked());
    Answer wrong = run.decide(GateKind.MILESTONE, new GateDecision.Answered(List.of("agree C9")));
    assertThat(wrong).isEqualTo(new Answer.Refused("column 1: expected one of C1, found \"C9\""));
  }

  @Test
  void theGateOpensAgainForWhatIsLeft() {
    Finding slow =
        new Finding("F2", Severity.IMPORTANT, Location.of("b:1"), "It is slow", "`wait()`", "");
    Opinion[] two =
        REVIEWERS.stream()
            .map(name -> new Opinion(name, Recommendation.REVISE, List.of(UNCHECKED, slow)))
            .toArray(Opinion[]::new);
    EngineRun run = seen(stops(working()), "t1", NOTHING, two);
    assertThat(run.gate(GateKind.MILESTONE).title()).endsWith("2 findings to decide");

    run.decide(GateKind.MILESTONE, new GateDecision.Answered(List.of("override C1: no")));
    assertThat(run.gate(GateKind.MILESTONE).title()).endsWith("1 finding to decide");
    assertThat(run.word("S-A")).isEqualTo("Halted");
    run.decide(GateKind.MILESTONE, new GateDecision.Answered(List.of("defer I1 to SHOP-9")));
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void anOverriddenRowLetsItGoOnWithoutMoreWork() {
    EngineRun run = working();
    run.heard("S-A", new AgentSignal.TaskCompleted());
    seen(stops(run), "t1", NOTHING, unchecked());
    run.decide(
        GateKind.MILESTONE, new GateDecision.Answered(List.of("override C1: only staff can")));
    assertThat(run.facts()).contains(new Fact.ExitCheckBegun(new SessionId("S-A"), true));
  }

  @Test
  void fewerSubagentsThanPerspectivesAreSentBack() {
    EngineRun run = working();
    subagents(run, 1);
    run.turnEnds("S-A", new TurnResult.Completed());
    seen(run, "t1", NOTHING, nothing());
    assertThat(run.word("S-A")).isEqualTo("Working");
    assertThat(said(run)).contains("each of the 2 perspectives: 1 ran to its end");

    subagents(run, 1);
    run.turnEnds("S-A", new TurnResult.Completed());
    seen(run, "t1", NOTHING, nothing());
    assertThat(run.gate(GateKind.MILESTONE).title()).endsWith("nothing has to be decided");
  }

  @Test
  void anAgentThatDoesNotTellOfSubagentsIsShownAsThat() {
    EngineRun run = working(false).turnEnds("S-A", new TurnResult.Completed());
    seen(run, "t1", NOTHING, nothing());
    assertThat(run.gate(GateKind.MILESTONE).shown()).contains("not shown by this agent");
  }

  @Test
  void withoutAReviewItIsAskedTwiceAndThenAPersonIsToldPlainly() {
    EngineRun run = working();
    for (int i = 0; i < 2; i++) {
      seen(stops(run), "t1", List.of("the review, in `.sdd-review.md`"));
      assertThat(run.word("S-A")).isEqualTo("Working");
      assertThat(said(run)).contains("the review, in `.sdd-review.md`");
    }
    seen(stops(run), "t1", List.of("the review, in `.sdd-review.md`"));
    assertThat(run.gate(GateKind.MILESTONE).title())
        .isEqualTo("S-A is at milestone 1: no verified review");
    assertThat(run.gate(GateKind.MILESTONE).shown())
        .startsWith("There is no verified review of this work.\nCommit: t1\n");
    assertThat(run.decide(GateKind.MILESTONE, new GateDecision.Answered(List.of("agree all"))))
        .isInstanceOf(Answer.Refused.class);
    run.approve(GateKind.MILESTONE);
    assertThat(run.word("S-A")).isEqualTo("Working");
    assertThat(run.at("S-A").trace().milestones())
        .isEqualTo(new Milestones(1, 0, 0, Optional.of("t1"), Optional.empty()));
  }

  @Test
  void aReviewOfAnotherCommitAndUncommittedWorkAreNoReview() {
    EngineRun run = stops(working());
    MilestoneReport old = new MilestoneReport("t0", "", List.of(nothing()), List.of());
    seen(run, new MilestoneLook("t1", List.of("a"), old, List.of()));
    assertThat(said(run))
        .contains("uncommitted changes: a", "at commit t1: the one handed in is of t0");
  }

  @Test
  void aRejectedMilestoneIsWorkedOnAndComesBack() {
    EngineRun run = seen(stops(working()), "t1", NOTHING, unchecked());
    run.reject(GateKind.MILESTONE, "one table is enough");
    assertThat(said(run)).contains("one table is enough");
    assertThat(run.at("S-A").trace().milestones().passed()).isZero();
    seen(stops(run), "t2", NOTHING, nothing());
    assertThat(run.gate(GateKind.MILESTONE).title()).contains("milestone 1");
  }

  @Test
  void whatWasAgreedAndNotMendedIsDecidedOnceMore() {
    EngineRun run = seen(stops(working()), "t1", NOTHING, unchecked()).approve(GateKind.MILESTONE);
    run.heard("S-A", new AgentSignal.TaskCompleted());
    run.turnEnds("S-A", new TurnResult.Completed());
    seen(run, "t1", NOTHING, nothing());
    assertThat(run.gate(GateKind.MILESTONE).title()).endsWith("1 finding to decide");
  }

  @Test
  void withNothingNewItEndsAsEveryOther() {
    EngineRun run = working();
    run.completes("S-A");
    seen(run, EngineRun.START, NOTHING, nothing());
    assertThat(run.facts()).contains(new Fact.ExitCheckBegun(new SessionId("S-A"), true));
    EngineRun silent = working().turnEnds("S-A", new TurnResult.Completed());
    seen(silent, EngineRun.START, NOTHING, nothing());
    assertThat(silent.hasGate(GateKind.TURN)).isTrue();
  }

  @Test
  void aTakenTurnIsReviewedToo() {
    EngineRun run = working().turnEnds("S-A", new TurnResult.Interrupted());
    run.approve(GateKind.TURN);
    assertThat(run.effects()).anyMatch(Effect.LookAtMilestone.class::isInstance);
  }

  @Test
  void aProcessThatEndedIsBegunAgainWithWhatIsMissing() {
    EngineRun run = working();
    run.exits("S-A", 0);
    seen(run, "t1", List.of("the review, in `.sdd-review.md`"));
    assertThat(run.history())
        .anyMatch(fact ->
            fact instanceof Fact.RetryScheduled retry
                && retry.beginning().note().orElse("").contains("the review, in"));
  }

  @Test
  void whoGivesASessionUpEndsItsReviewToo() {
    EngineRun run = seen(stops(working()), "t1", NOTHING, unchecked()).cancels("S-A");
    assertThat(run.hasGate(GateKind.MILESTONE)).isFalse();
    assertThat(review(run).isOver()).isTrue();
  }
}
