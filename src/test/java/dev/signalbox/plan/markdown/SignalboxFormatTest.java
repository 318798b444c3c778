package dev.signalbox.plan.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.GateTiming;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.Usd;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalboxFormatTest {
  private static final String FULL =
      """
      ---
      topic: checkout-revamp
      project: shop
      issue: SHOP-100
      base: trunk
      verify: ./mvnw -q verify        # run on every merged state
      protect: [LICENSE, 'docs/**']
      scope: ask
      max-parallel: 2
      cost-checkpoint-usd: unlimited
      overrule: 1A+1B parallel because they share generated code only
      ---
      # Checkout revamp

      ## Phase 1A: Review gates (SHOP-101)
      - exec: pair
      - verb: Build                 # the prompt's verb
      - touches: src/review/**, docs/{a,b}.md, `lib/x.java`
      - scope: enforce
      - reads: src/model/**, schema:order-v1
      - produces: schema:review-v2
      - infrastructure: none
      - after: 0A, Phase 0B
      - informs: 2B
      - branch: none
      - agent: claude
      - estimate: $5.50, 1h30m
      - resumes: https://example.org/s/1
      - gates: post-session, pre-dispatch

      Context:
      - One
      - Two
        runs on
      Acceptance:
      - [ ] Works
      **Tasks:**
      1. First
      2. Second
      Deliverable: It is done.
      And said so.

      ### Notes
      - not a task

      ## Phase 1B: Evaluate options
      - exec: spike
      - deliverable: analysis
      """;

  private static PlanReading read(String text) {
    PlanSource source = new PlanSource("p.md", List.of(new SourceFile("p.md", text)));
    return new SignalboxFormat().read(source);
  }

  private static boolean recognises(String text) {
    return new SignalboxFormat()
        .recognises(new PlanSource("p.md", List.of(new SourceFile("p.md", text))));
  }

  @Test
  void readsEveryFieldOfTheHeader() {
    PlanReading reading = read(FULL);
    assertThat(reading.problems()).isEmpty();
    var header = reading.plan().header();
    assertThat(header.title()).isEqualTo("Checkout revamp");
    assertThat(header.topic()).contains("checkout-revamp");
    assertThat(header.issue().orElseThrow()).hasToString("SHOP-100");
    assertThat(header.base()).isEqualTo("trunk");
    assertThat(header.policy().verify()).contains("./mvnw -q verify");
    assertThat(header.policy().protect())
        .extracting(t -> t.glob().text())
        .containsExactly("LICENSE", "docs/**");
    assertThat(header.policy().scope()).isEqualTo(ScopePolicy.ASK);
    assertThat(header.policy().maxParallel()).isEqualTo(2);
    assertThat(header.policy().costCheckpoint()).isEqualTo(new CostCheckpoint.Unlimited());
    assertThat(reading.plan().overrules())
        .singleElement()
        .satisfies(o -> {
          assertThat(o.decision()).isEqualTo(Overrule.Decision.PARALLEL);
          assertThat(o.reason()).isEqualTo("they share generated code only");
          assertThat(o.second().id().value()).isEqualTo("1B");
        });
  }

  @Test
  void readsEveryFieldOfAPhase() {
    Phase phase = read(FULL).plan().phases().getFirst();
    assertThat(phase.id().value()).isEqualTo("1A");
    assertThat(phase.title()).isEqualTo("Review gates");
    assertThat(phase.issue().orElseThrow()).hasToString("SHOP-101");
    assertThat(phase.position()).hasToString("p.md:15:10");
    assertThat(phase.scope().touches())
        .extracting(t -> t.glob().text())
        .containsExactly("src/review/**", "docs/{a,b}.md", "lib/x.java");
    assertThat(phase.scope().touches().get(1).position()).hasToString("p.md:18:27");
    assertThat(phase.scope().policy()).contains(ScopePolicy.ENFORCE);
    assertThat(phase.scope().reads()).hasSize(2);
    assertThat(phase.scope().produces()).hasSize(1);
    assertThat(phase.scope().infrastructure().orElseThrow()).isEmpty();
    assertThat(phase.scope().after()).extracting(r -> r.id().value()).containsExactly("0A", "0B");
    assertThat(phase.handling().exec()).contains(ExecMode.PAIR);
    assertThat(phase.handling().branch()).isEqualTo(BranchUse.NONE);
    assertThat(phase.handling().estimate().cost()).contains(new Usd(550));
    assertThat(phase.handling().estimate().minutes()).hasValue(90);
    assertThat(phase.handling().gates())
        .containsExactlyInAnyOrder(GateTiming.PRE_DISPATCH, GateTiming.POST_SESSION);
    assertThat(phase.brief().verb()).isEqualTo("Build");
    assertThat(phase.brief().resumes()).contains("https://example.org/s/1");
  }

  @Test
  void startsASectionAtItsLabelEvenRightAfterAList() {
    var brief = read(FULL).plan().phases().getFirst().brief();
    assertThat(brief.context()).containsExactly("One", "Two runs on");
    assertThat(brief.acceptance()).containsExactly("Works");
    assertThat(brief.tasks()).containsExactly("First", "Second");
    assertThat(brief.deliverable()).contains("It is done. And said so.");
  }

  @Test
  void readsAnAnalysisPhaseWithoutAnIssue() {
    Phase phase = read(FULL).plan().phases().get(1);
    assertThat(phase.issue()).isEmpty();
    assertThat(phase.issueOrId()).hasToString("1B");
    assertThat(phase.handling().deliverable()).isEqualTo(Deliverable.ANALYSIS);
    assertThat(phase.touchesEverything()).isFalse();
  }

  @Test
  void addsInSessionReviewToCheckpointMode() {
    Phase phase = read("## Phase A: x\n- exec: checkpoint\n").plan().phases().getFirst();
    assertThat(phase.handling().gates())
        .containsExactlyInAnyOrder(GateTiming.IN_SESSION, GateTiming.POST_SESSION);
  }

  @Test
  void readsWindowsLineEndsTheSame() {
    PlanReading unix = read(FULL);
    assertThat(read(FULL.replace("\n", "\r\n"))).isEqualTo(unix);
  }

  @Test
  void reportsAllProblemsAtOnceWithPositions() {
    PlanReading reading =
        read(
            """
            ---
            max-parallel: 9
            bse: main
            ---
            ## Phase 1A: x
            - exec: fast
            - touches: src/[a
            - after: 1 B
            - touchs: src/b
            - colour: blue
            - estimate: soon
            - reads: thing:name
            - overrule: maybe
            - exec: tdd
            """);
    assertThat(reading.problems())
        .extracting(p -> p.code() + " " + p.position().line())
        .contains(
            "PLAN_PARALLEL_UNEXPLAINED 2",
            "PLAN_KEY_UNKNOWN 3",
            "PLAN_MODE_UNKNOWN 6",
            "PLAN_PHASE_ID_INVALID 8",
            "PLAN_KEY_UNKNOWN 9",
            "PLAN_KEY_UNKNOWN 10",
            "PLAN_VALUE_INVALID 11",
            "PLAN_VALUE_INVALID 12",
            "PLAN_OVERRULE_INVALID 13",
            "PLAN_KEY_REPEATED 14");
    assertThat(reading.problems().stream().filter(p -> p.position().line() == 10))
        .noneMatch(Problem::isError);
    assertThat(reading.problems().stream().filter(p -> p.position().line() == 9))
        .allMatch(Problem::isError)
        .allMatch(p -> p.hint().contains("touches"));
  }

  @Test
  void neverSucceedsWithoutPhases() {
    assertThat(read("---\ntopic: x\n---\n# T\n").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(ErrorCode.PLAN_NO_PHASES));
  }

  @Test
  void recognisesItsOwnAndLeavesOthers() {
    assertThat(recognises(FULL)).isTrue();
    assertThat(recognises("## Phase 1: x\n- exec: tdd\n")).isTrue();
    assertThat(recognises("---\ntopic: [\n---\n## Phase 1: x\n")).isTrue();
    assertThat(recognises("## Phase 1: Setup\n- [ ] T001 Create it\n")).isFalse();
    assertThat(recognises("---\nwave: 1\n---\n# Plan\n")).isFalse();
    assertThat(recognises("# Nothing\n")).isFalse();
  }

  @Test
  void ignoresPhasesAndFieldsInsideCode() {
    PlanReading reading =
        read("## Phase 1: x\n- exec: tdd\n\n```\n## Phase 2: y\n- exec: tdd\n```\n");
    assertThat(reading.plan().phases()).hasSize(1);
  }

  @Test
  void readsAListGivenAsNestedBulletsOrSeveralLines() {
    Phase phase =
        read("## Phase 1: x\n- touches:\n  - a/b.c\n  - d/**\n- after: 2,\n  3\n")
            .plan()
            .phases()
            .getFirst();
    assertThat(phase.scope().touches())
        .extracting(t -> t.glob().text())
        .containsExactly("a/b.c", "d/**");
    assertThat(phase.scope().after()).hasSize(2);
  }

  @Test
  void readsLinkedAndForgeIssues() {
    assertThat(
            read("## Phase 1: x ([SHOP-1](https://e.org/SHOP-1))\n- exec: tdd\n")
                .plan()
                .phases()
                .getFirst())
        .satisfies(p -> {
          assertThat(p.title()).isEqualTo("x");
          assertThat(p.issue().orElseThrow()).hasToString("SHOP-1");
        });
    assertThat(read("## Phase 1: x (o/r#12)\n").plan().phases().getFirst().issue().orElseThrow())
        .hasToString("o/r#12");
    assertThat(read("## Phase 1: x (v2)\n").plan().phases().getFirst().title()).isEqualTo("x (v2)");
  }

  @Test
  void aScopeIsRecordedUnlessThePlanSaysOtherwiseAndNoOtherWordIsTaken() {
    PlanReading reading =
        read("---\nscope: forbid\n---\n# P\n\n## Phase 1A: One\n- scope: Enforce\n");
    assertThat(reading.problems())
        .extracting(problem -> problem.position() + " " + problem.message())
        .contains(
            "p.md:2:8 expected record, ask or enforce, found forbid",
            "p.md:7:10 expected record, ask or enforce, found Enforce");
    assertThat(reading.plan().header().policy().scope()).isEqualTo(ScopePolicy.RECORD);
    assertThat(reading.plan().phases().getFirst().scope().policy()).isEmpty();
  }
}
