package dev.signalbox.plan.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanIssues;
import dev.signalbox.plan.PlanIssues.Blocker;
import dev.signalbox.plan.PlanIssues.IssueText;
import dev.signalbox.plan.PlanIssues.Progress;
import dev.signalbox.plan.PlanIssues.SubIssue;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.RunPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuePlanTest {
  private static final String PHASE =
      """
      * exec: tdd
      * touches: `src/review/**`, `docs/review.md`
      * estimate: $5, 90m

      **Context:**

      * It is slow

      ## Acceptance Criteria

      * [ ] It is fast

      ## Tasks

      1. Measure
      2. Mend

      ## Constraints

      * Branch: `x`, from `main`
      * exec: quick

      Deliverable: A faster review.
      """;

  private static IssueText text(String id, String title, String description) {
    return new IssueText(new IssueId(id), "linear:" + id, title, description);
  }

  private static SubIssue open(String id, String title, String... blockers) {
    return issue(text(id, title, "- exec: quick\n"), Progress.OPEN, blockers);
  }

  private static SubIssue issue(IssueText text, Progress progress, String... blockers) {
    List<Blocker> first =
        Arrays.stream(blockers)
            .map(id -> new Blocker(new IssueId(id), Progress.OPEN, "STARTED"))
            .toList();
    return new SubIssue(text, progress, first, false);
  }

  private static PlanReading read(SubIssue... issues) {
    return read("", issues);
  }

  private static PlanReading read(String master, SubIssue... issues) {
    return IssuePlan.read(
        new PlanIssues(
            "linear:SHOP-100", text("SHOP-100", "Checkout revamp", master), List.of(issues)));
  }

  private static List<String> after(Phase phase) {
    return phase.scope().after().stream().map(PhaseRef::id).map(Object::toString).toList();
  }

  @Test
  void aSubIssueIsAPhaseWithTheFieldsAndSectionsOfAPlanFile() {
    PlanReading reading = read(issue(text("SHOP-101", "Batch 1A: Gates", PHASE), Progress.OPEN));

    assertThat(reading.problems()).isEmpty();
    Phase phase = reading.plan().phases().getFirst();
    assertThat(phase.id().value()).isEqualTo("1A");
    assertThat(phase.title()).isEqualTo("Gates");
    assertThat(phase.issue()).contains(new IssueId("SHOP-101"));
    assertThat(phase.handling().exec()).contains(ExecMode.TDD);
    assertThat(phase.scope().touches())
        .extracting(touch -> touch.glob().text() + " " + touch.position())
        .containsExactly(
            "src/review/** linear:SHOP-101:2:13", "docs/review.md linear:SHOP-101:2:30");
    assertThat(phase.brief().context()).containsExactly("It is slow");
    assertThat(phase.brief().acceptance()).containsExactly("It is fast");
    assertThat(phase.brief().tasks()).containsExactly("Measure", "Mend");
    assertThat(phase.brief().deliverable()).contains("A faster review.");
  }

  @Test
  void theMasterIssueIsTheHeader() {
    String yaml = "Words.\n\n```yaml\nbase: trunk\nverify: make\nmax-parallel: 2\n```\n\nMore.\n";
    PlanHeader header = read(yaml, open("SHOP-101", "x")).plan().header();
    assertThat(header.file()).isEqualTo("linear:SHOP-100");
    assertThat(header.title()).isEqualTo("Checkout revamp");
    assertThat(header.issue()).contains(new IssueId("SHOP-100"));
    assertThat(header.base()).isEqualTo("trunk");
    assertThat(header.policy().verify()).contains("make");
    assertThat(
            read("---\nbase: trunk\n---\nWords.\n", open("SHOP-101", "x")).plan().header().base())
        .isEqualTo("trunk");

    PlanHeader plain = read("```yaml\nother: 1\n```\n", open("SHOP-101", "x")).plan().header();
    assertThat(plain.base()).isEqualTo(PlanHeader.BASE_DEFAULT);
    assertThat(plain.policy()).isEqualTo(RunPolicy.DEFAULT);
  }

  @Test
  void aMistakeInTheHeaderOrAPhaseNamesTheIssueAndTheLine() {
    PlanReading reading =
        read(
            "Words.\n\n```yaml\nbase: main\nmax-parallel: many\n```\n",
            issue(text("SHOP-101", "1A", "Hello.\n\n- exec: often\n"), Progress.OPEN));

    assertThat(reading.problems())
        .extracting(Problem::position)
        .containsExactlyInAnyOrder(
            new Position("linear:SHOP-100", 5, 15), new Position("linear:SHOP-101", 3, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Batch 1A: Review gates | 1A | Review gates",
        "batch 1A — Review gates | 1A | Review gates",
        "Phase 2.1 - Review | 2.1 | Review",
        "Phase 2B Review (SHOP-7) | 2B | Review (SHOP-7)",
        "Phase X: Review | X | Review",
        "Batch 1A | 1A | ''",
        "Phase out the old API | SHOP-101 | Phase out the old API",
        "Review gates | SHOP-101 | Review gates",
        "Phase | SHOP-101 | Phase"
      })
  void theIdComesFromTheTitleElseFromTheIssue(String title, String id, String rest) {
    Phase phase = read(open("SHOP-101", title)).plan().phases().getFirst();
    assertThat(phase.id().value()).isEqualTo(id);
    assertThat(phase.title()).isEqualTo(rest);
  }

  @Test
  void theNumberOfAnIssueOnGithubIsThePhase() {
    assertThat(read(open("owner/name#12", "x")).plan().phases().getFirst().id().value())
        .isEqualTo("12");
    assertThat(read(open("#12", "x")).plan().phases().getFirst().id().value()).isEqualTo("12");
  }

  @Test
  void blockingRelationsAreTheOrder() {
    PlanReading reading =
        read(open("SHOP-101", "Batch 1A: a"), open("SHOP-102", "Batch 1B: b", "SHOP-101"));

    assertThat(reading.problems()).isEmpty();
    assertThat(after(reading.plan().phases().get(1))).containsExactly("1A");
    assertThat(reading.plan().phases().get(1).scope().after().getFirst().position())
        .isEqualTo(Position.startOf("linear:SHOP-102"));
  }

  @Test
  void anOrderThatTheDescriptionsStateIsNotSaidTwice() {
    SubIssue informing =
        issue(text("SHOP-101", "Batch 1A: a", "- exec: spike\n- informs: 1B\n"), Progress.OPEN);
    SubIssue waiting =
        issue(text("SHOP-103", "Batch 1C: c", "- after: 1A\n"), Progress.OPEN, "SHOP-101");
    PlanReading reading = read(informing, open("SHOP-102", "Batch 1B: b", "SHOP-101"), waiting);

    assertThat(after(reading.plan().phases().get(1))).isEmpty();
    assertThat(after(reading.plan().phases().get(2))).containsExactly("1A");
  }

  @Test
  void whatIsOverIsLeftOutAndNothingWaitsForIt() {
    SubIssue done = issue(text("SHOP-101", "Batch 1A: a", "- exec: nonsense\n"), Progress.DONE);
    SubIssue next =
        new SubIssue(
            text("SHOP-102", "Batch 1B: b", "- exec: quick\n- after: 1A\n- informs: 1A\n"),
            Progress.OPEN,
            List.of(new Blocker(new IssueId("SHOP-101"), Progress.DONE, "COMPLETED")),
            false);
    PlanReading reading =
        read("```yaml\nbase: main\noverrule: 1A+1B parallel because x\n```", done, next);

    assertThat(reading.plan().phases()).extracting(each -> each.id().value()).containsExactly("1B");
    assertThat(after(reading.plan().phases().getFirst())).isEmpty();
    assertThat(reading.plan().phases().getFirst().scope().informs()).isEmpty();
    assertThat(reading.plan().overrules()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isFalse();
          assertThat(problem.message()).contains("SHOP-101 (1A)", "done");
        });
  }

  @Test
  void aCanceledBlockerIsSaidAndHoldsNobody() {
    SubIssue next =
        new SubIssue(
            text("SHOP-102", "Batch 1B: b", ""),
            Progress.OPEN,
            List.of(new Blocker(new IssueId("SHOP-7"), Progress.CANCELED, "CANCELED")),
            false);
    PlanReading reading = read(next);
    assertThat(after(reading.plan().phases().getFirst())).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo(ErrorCode.PLAN_BLOCKER_CANCELED));
  }

  @Test
  void anOpenBlockerOutsideOfThePlanIsAnErrorAndADoneOneIsNone() {
    PlanReading blocked = read(open("SHOP-101", "Batch 1A: a", "SHOP-7"));
    assertThat(blocked.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_BLOCKED_OUTSIDE);
          assertThat(problem.isError()).isTrue();
          assertThat(problem.message()).contains("SHOP-101 waiting for SHOP-7 (STARTED)");
        });
    SubIssue free =
        new SubIssue(
            text("SHOP-101", "Batch 1A: a", ""),
            Progress.OPEN,
            List.of(new Blocker(new IssueId("SHOP-7"), Progress.DONE, "COMPLETED")),
            false);
    assertThat(read(free).problems()).isEmpty();
    assertThat(read(open("SHOP-101", "Batch 1A: a", "SHOP-100")).problems())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("its own master issue"));
  }

  @Test
  void withoutAnOpenSubIssueThereIsAnError() {
    assertThat(read().problems())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo(ErrorCode.PLAN_NO_PHASES));
    assertThat(read(issue(text("SHOP-101", "a", ""), Progress.DONE)).problems())
        .extracting(Problem::code)
        .contains(ErrorCode.PLAN_NO_PHASES);
  }

  @Test
  void subIssuesOfSubIssuesAreNoPhases() {
    SubIssue deep = new SubIssue(text("SHOP-101", "1A", ""), Progress.OPEN, List.of(), true);
    assertThat(read(deep).problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_PART_NOT_READ);
  }

  @Test
  void hostileTextNeverThrowsAndNeverTouchesOtherPhases() {
    List<String> texts =
        List.of(
            "\0\u202e- exec: tdd\n",
            "---\n",
            "```yaml\nbase: [",
            "- touches: ../../etc/passwd\n",
            "- touches: `{a,{b,{c`\n",
            "- issue: SHOP-102\n",
            "<!-- signalbox:registry:begin -->\n- exec: tdd\n",
            "## Phase 9Z: another (SHOP-102)\n- exec: tdd\n",
            "- ".repeat(5_000),
            "> ".repeat(5_000) + "x",
            "`".repeat(9_999));
    for (String hostile : texts) {
      List<SubIssue> issues = new ArrayList<>();
      issues.add(issue(text("SHOP-101", "Batch 1A: a" + hostile, hostile), Progress.OPEN));
      issues.add(open("SHOP-102", "Batch 1B: b"));
      PlanReading reading = read(hostile, issues.toArray(new SubIssue[0]));
      assertThat(reading.plan().phases()).hasSize(2);
      assertThat(reading.plan().phases().getFirst().issue()).contains(new IssueId("SHOP-101"));
      assertThat(reading.plan().phases().get(1))
          .isEqualTo(read(issues.get(1)).plan().phases().getFirst());
    }
  }
}
