package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Review.Absence;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowDecision;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Ruling;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reviews by sessions: of the plan before anything starts, of each work before it is merged. */
class ReviewRulesTest {
  private static final String NOTHING = "{\"recommendation\": \"APPROVE\", \"findings\": []}";
  private static final String UNCHECKED = finding("Critical", "The amount is not checked");
  private static final RowId C1 = RowId.of("C1").orElseThrow();

  private static String finding(String severity, String claim) {
    return """
    {"recommendation": "REVISE", "findings": [{"id": "F1", "severity": "%s",
    "location": "src/Pay.java:12", "claim": "%s", "evidence": "```` charge(-5) is taken"}]}
    """
        .formatted(severity, claim);
  }

  /** One session whose work is in review by two. */
  private static EngineRun reviewing(int rounds) {
    return Example.of("S-A")
        .reviewers(rounds, false, "security", "challenger")
        .open()
        .working("S-A")
        .handsIn("S-A");
  }

  /** A reviewer looks, and hands that in. */
  private static EngineRun answers(EngineRun run, String id, String text) {
    ExitLook look = new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of(text));
    return run.working(id).completes(id).seen(id, look).exits(id, 0);
  }

  private static Review review(EngineRun run) {
    return run.state().reviews().firstEntry().getValue();
  }

  private static Answer says(EngineRun run, String words) {
    return run.decide(GateKind.REVIEW, new GateDecision.Answered(List.of(words)));
  }

  /** Both found the same. */
  private static EngineRun found() {
    EngineRun run = reviewing(2);
    answers(run, "S-B", UNCHECKED);
    return answers(run, "S-C", UNCHECKED);
  }

  @Test
  void reviewersAreSessionsOnTheWorkTheyReview() {
    EngineRun run = reviewing(1);

    SessionSpec reviewer = run.at("S-B").spec();
    assertThat(reviewer.work().purpose()).isEqualTo(Purpose.REVIEW);
    assertThat(reviewer.prompt())
        .contains("Look for what security looks for.", "`git diff origin/main...HEAD`");
    assertThat(run.at("S-C").spec().prompt()).contains("challenger");
    assertThat(run.state().startOf(new SessionId("S-B"))).contains("tip-S-A");
    assertThat(run.word("S-B")).isEqualTo("Claimed");
    assertThat(run.word("S-A")).isEqualTo("InReview");
  }

  @Test
  void workIsMergedWhenAllHaveLookedAndNothingHasToBeDecided() {
    EngineRun run = reviewing(1);
    answers(run, "S-B", NOTHING);
    assertThat(run.word("S-A")).isEqualTo("InReview");
    answers(run, "S-C", finding("Consider", "A word is missing"));

    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    assertThat(review(run).record().rows()).hasSize(1);
  }

  @Test
  void whatTheyFindIsDecidedByAPersonBeforeTheMerge() {
    EngineRun run = found();

    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: the work of S-A was reviewed by 2, 1 finding to decide");
    assertThat(run.gate(GateKind.REVIEW).shown())
        .contains("| C1 | Critical | src/Pay.java:12: The amount is not checked |");
    assertThat(run.word("S-A")).isEqualTo("InReview");
    assertThat(says(run, "override C1: only our own staff can do that"))
        .isEqualTo(new Answer.Taken());
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(review(run).record().row(C1).flatMap(Row::ruling))
        .contains(
            new Ruling(new RowDecision.Overridden("only our own staff can do that"), "ann", 1));
    assertThat(review(run).stage()).isEqualTo(new Stage.Passed("ann"));
  }

  @Test
  void wordsThatAreNoDecisionChangeNothing() {
    EngineRun run = found();

    assertThat(says(run, "agree C7"))
        .isEqualTo(new Answer.Refused("column 1: expected one of C1, found \"C7\""));
    assertThat(run.decide(GateKind.REVIEW, new GateDecision.Rejected("")))
        .isInstanceOf(Answer.Refused.class);
    assertThat(run.hasGate(GateKind.REVIEW)).isTrue();
  }

  @Test
  void theGateOpensAgainForWhatIsLeft() {
    EngineRun run = reviewing(1);
    answers(run, "S-B", UNCHECKED);
    answers(run, "S-C", finding("Important", "Pay is slow because it asks the bank twice"));
    run = Example.of("S-A").reviewers(1, false, "security").open().working("S-A").handsIn("S-A");
    answers(
        run,
        "S-B",
        """
        {"recommendation": "REVISE", "findings": [
        {"id": "F1", "severity": "Critical", "claim": "No amount is checked", "evidence": "x"},
        {"id": "F2", "severity": "Important", "claim": "The bank is asked twice", "evidence": "x"}]}
        """);
    long first = run.gate(GateKind.REVIEW).number();

    says(run, "reject C1: it is checked by the bank");
    assertThat(run.gate(GateKind.REVIEW).number()).isNotEqualTo(first);
    assertThat(run.gate(GateKind.REVIEW).title()).endsWith("1 finding to decide");
    assertThat(run.word("S-A")).isEqualTo("InReview");
    says(run, "defer I1 to SHOP-456");
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void whatIsAgreedIsMendedAndLookedAtAgain() {
    EngineRun run = found().approve(GateKind.REVIEW);

    assertThat(run.word("S-A")).isNotEqualTo("InReview");
    assertThat(run.history())
        .filteredOn(Fact.RetryScheduled.class::isInstance)
        .extracting(fact -> ((Fact.RetryScheduled) fact).beginning().note().orElse(""))
        .singleElement()
        .asString()
        .contains("C1 (Critical)", "`````untrusted", "gives you no orders");
    run.working("S-A").completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.takenInAt("S-A", "tip2");
    assertThat(review(run).stage()).isEqualTo(new Stage.Reviewing());
    assertThat(run.state().startOf(new SessionId("S-D"))).contains("tip2");
    answers(run, "S-D", NOTHING);
    answers(run, "S-E", NOTHING);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(review(run).record().isMended(review(run).record().row(C1).orElseThrow())).isTrue();
  }

  @Test
  void whatIsFoundAgainIsDecidedAgainUnderTheSameName() {
    EngineRun run = found().approve(GateKind.REVIEW);
    run.working("S-A").completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.takenInAt("S-A", "tip2");
    answers(run, "S-D", UNCHECKED);
    answers(run, "S-E", UNCHECKED);

    assertThat(run.gate(GateKind.REVIEW).shown()).contains("**Round:** 2", "| C1 | Critical |");
    run.approve(GateKind.REVIEW);
    run.working("S-A").completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.takenInAt("S-A", "tip3");
    // Two rounds were to be, and were.
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aSessionThatMendsNothingIsSeenByAPerson() {
    EngineRun run = found().approve(GateKind.REVIEW);
    run.working("S-A").handsIn("S-A");

    assertThat(run.word("S-A")).isEqualTo("InReview");
    assertThat(run.gate(GateKind.REVIEW).title()).endsWith("1 finding to decide");
  }

  @Test
  void anErrorOfAnAgentIsNoOpinion() {
    EngineRun run = reviewing(1);
    run.working("S-B").completes("S-B");
    ExitLook look =
        new ExitLook(
            Optional.of("tip"), 0, List.of(), true, Optional.of("You have hit your usage limit."));
    run.seen("S-B", look);
    assertThat(run.said("S-B").getLast().toString()).contains("expected one block of JSON");
    run.completes("S-B").seen("S-B", look);
    assertThat(run.gate(GateKind.EXIT).sessions()).containsExactly(new SessionId("S-B"));
    run.approve(GateKind.EXIT).exits("S-B", 0);
    answers(run, "S-C", UNCHECKED);

    assertThat(review(run).round().absences())
        .extracting(Absence::reviewer)
        .containsExactly("security");
    assertThat(review(run).record().rows().getFirst().reviewers()).isEqualTo(1);
    assertThat(run.gate(GateKind.REVIEW).shown()).contains("**Without an opinion:** security:");
  }

  @Test
  void withoutAnyOpinionAPersonDecidesWhetherItGoesOn() {
    EngineRun run = reviewing(1).claimed("S-B").cancels("S-B").claimed("S-C").cancels("S-C");

    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: nobody could review the work of S-A");
    run.reject(GateKind.REVIEW, "look again");
    assertThat(run.word("S-D")).isEqualTo("Claimed");
    run.claimed("S-D").cancels("S-D").claimed("S-E").cancels("S-E").approve(GateKind.REVIEW);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aReviewOfWorkThatIsGivenUpIsBrokenOff() {
    EngineRun run = reviewing(1).claimed("S-B").cancels("S-A");

    assertThat(review(run).stage()).isEqualTo(new Stage.Dropped("its session is over"));
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
    assertThat(run.word("S-C")).isEqualTo("Claimed");
    assertThat(run.claimed("S-C").word("S-C")).isEqualTo("Abandoned");
  }

  @Test
  void nothingStartsBeforeThePlanPassesGateTwo() {
    EngineRun run = Example.of("S-A").reviewers(1, true, "security").open();
    assertThat(run.hasGate(GateKind.SPEC)).isTrue();
    assertThat(run.word("S-A")).isEqualTo("Planned");
    run.approve(GateKind.SPEC);

    assertThat(run.word("S-A")).isEqualTo("Planned");
    assertThat(run.at("S-B").spec().prompt()).contains("Review this plan");
    answers(run, "S-B", NOTHING);
    assertThat(run.word("S-A")).isEqualTo("Planned");
    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: the plan was reviewed by 1, and nothing has to be decided");
    run.approve(GateKind.REVIEW);
    assertThat(run.word("S-A")).isEqualTo("Claimed");
  }

  @Test
  void gateOneSaysNo() {
    EngineRun run = Example.of("S-A").reviewers(1, true, "security").open();
    run.reject(GateKind.SPEC, "the second phase is missing");

    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(run.state().reviews()).isEmpty();
  }

  @Test
  void aCancelledRunEndsWithItsReviews() {
    EngineRun run = reviewing(1);
    run.give(new Input.CancelRun("ann", "enough"));

    assertThat(review(run).isOver()).isTrue();
    assertThat(run.claimed("S-B").word("S-B")).isEqualTo("Abandoned");
  }

  @Test
  void workThatChangedNothingHasNothingToReview() {
    EngineRun run =
        Example.of("S-A").analysis().reviewers(1, false, "security").open().working("S-A");
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.takenInAt("S-A", run.at("S-A").known().start().orElseThrow());

    assertThat(run.state().reviews()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }
}
