package dev.signalbox.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.BranchConvention;
import dev.signalbox.agent.BranchConvention.NamedByAgent;
import dev.signalbox.agent.BranchConvention.Template;
import dev.signalbox.error.Position;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.RunPolicy;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BranchNamesTest {
  private static final Template CLAUDE = new Template("claude/{issue}-{slug}");

  /** The mission's own examples (section 8, the dispatch table). */
  @Test
  void namesBranchesAsTheMissionDoes() {
    assertThat(
            names(
                CLAUDE,
                draft("CIA-413", "Review gates"),
                draft("CIA-387", "Dispatch rules"),
                draft("CIA-414", "Insights v2")))
        .containsExactly(
            "claude/cia-413-review-gates",
            "claude/cia-387-dispatch-rules",
            "claude/cia-414-insights-v2");
  }

  @Test
  void anIssueBecomesOneSafeWord() {
    assertThat(names(CLAUDE, draft("owner/repo#12", "A"), draft("#7", "A"), draft("V_1..2", "A")))
        .containsExactly("claude/owner-repo-12-a", "claude/7-a", "claude/v-1-2-a");
  }

  @Test
  void aPhaseWithoutAnIssueIsNamedByItsId() {
    assertThat(names(CLAUDE, new PhaseDraft(new PhaseId("1A"), Position.startOf("p")).title("Go")))
        .containsExactly("claude/1a-go");
  }

  @Test
  void aTitleWithoutUsableLettersLeavesJustTheIssue() {
    assertThat(names(CLAUDE, draft("A-1", "日本語"))).containsExactly("claude/a-1");
  }

  @Test
  void equalNamesAreNumberedInThePlansOrder() {
    assertThat(
            names(
                CLAUDE, draft("A-1", "Go"), draft("a-1", "go"), draft("A.1", "GO"), draft("B", "")))
        .containsExactly("claude/a-1-go", "claude/a-1-go-2", "claude/a-1-go-3", "claude/b");
  }

  @Test
  void aNumberedNameAvoidsNamesThatLookNumbered() {
    assertThat(names(CLAUDE, draft("A", "go 2"), draft("A", "go"), draft("A", "go")))
        .containsExactly("claude/a-go-2", "claude/a-go", "claude/a-go-3");
  }

  @Test
  void noNameIsAFolderOfAnother() {
    Template deep = new Template("x/{issue}/{slug}");
    Template flat = new Template("x/{issue}");
    assertThat(
            names(List.of(flat, deep, deep), draft("A", "go"), draft("A", "go"), draft("A", "go")))
        .containsExactly("x/a", "x/a-2/go", "x/a-2/go-2");
    assertThat(
            names(List.of(deep, flat, flat), draft("A", "go"), draft("A", "go"), draft("A", "go")))
        .containsExactly("x/a/go", "x/a-2", "x/a-3");
  }

  @Test
  void theBaseIsTakenToo() {
    assertThat(BranchNames.of(plan("Claude", draft("A", "go")), _ -> CLAUDE))
        .containsExactly(Optional.of("claude-2/a-go"));
    assertThat(BranchNames.of(plan("main", draft("MAIN", "")), _ -> new Template("{issue}")))
        .containsExactly(Optional.of("main-2"));
  }

  @Test
  void anAgentThatNamesItsBranchesLeavesThemUnknown() {
    assertThat(BranchNames.of(plan("main", draft("A", "go")), _ -> new NamedByAgent()))
        .containsExactly(Optional.empty());
  }

  @Test
  void aPhaseWithoutABranchWorksOnTheBase() {
    Plan plan =
        plan(
            "main",
            draft("A", "go").branch(BranchUse.NONE),
            draft("B", "go").branch(BranchUse.NONE));
    assertThat(BranchNames.of(plan, _ -> CLAUDE))
        .containsExactly(Optional.of("main"), Optional.of("main"));
  }

  @Test
  void equalTitlesDoNotCostTheirSquare() {
    PhaseDraft[] drafts =
        IntStream.range(0, 50_000).mapToObj(_ -> draft("A", "go")).toArray(PhaseDraft[]::new);
    assertThat(names(CLAUDE, drafts)).last().isEqualTo("claude/a-go-50000");
  }

  private static List<String> names(BranchConvention convention, PhaseDraft... drafts) {
    return BranchNames.of(plan("main", drafts), _ -> convention).stream()
        .map(Optional::orElseThrow)
        .toList();
  }

  private static List<String> names(List<? extends BranchConvention> each, PhaseDraft... drafts) {
    Plan plan = plan("main", drafts);
    Iterator<? extends BranchConvention> next = each.iterator();
    return BranchNames.of(plan, _ -> next.next()).stream().map(Optional::orElseThrow).toList();
  }

  private static PhaseDraft draft(String issue, String title) {
    return new PhaseDraft(new PhaseId("1A"), Position.startOf("plan.md"))
        .issue(new IssueId(issue))
        .title(title);
  }

  private static Plan plan(String base, PhaseDraft... drafts) {
    PlanHeader header =
        new PlanHeader(
            "plan.md",
            "Plan",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            base,
            RunPolicy.DEFAULT);
    return new Plan(header, Stream.of(drafts).map(PhaseDraft::build).toList(), List.of());
  }
}
