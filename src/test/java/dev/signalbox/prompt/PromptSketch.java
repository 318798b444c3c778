package dev.signalbox.prompt;

import dev.signalbox.glob.Glob;
import dev.signalbox.launch.DocumentPaths;
import dev.signalbox.launch.LaunchRules;
import dev.signalbox.launch.ModeProposal;
import dev.signalbox.launch.PhaseSketch;
import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The phases that the golden texts show. */
final class PromptSketch {
  static final String PLAN_FILE = "docs/plans/2026-02-15-shop-checkout-revamp.md";

  private PromptSketch() {}

  /** A pair phase with everything that a plan can say. */
  static PromptContext pair() {
    PhaseDraft draft = PhaseSketch.titled("Review gates");
    draft
        .issue(new IssueId("SHOP-101"))
        .exec(ExecMode.PAIR)
        .estimate(new Estimate(Optional.of(new Usd(500)), OptionalInt.of(90)))
        .resumes("https://example.org/sessions/42")
        .deliverableText("Both gates hold in `checkout` and are documented.");
    PhaseSketch.touching(draft, "src/review/**", "docs/review.md");
    PhaseSketch.producing(draft, "src/review/gates.sql");
    draft.context.addAll(
        List.of(
            "The gates are in `src/review`",
            "Gate 2 blocks the merge, **not** the review",
            "The wording was agreed in SHOP-99"));
    draft.acceptance.addAll(List.of("Gate 1 refuses an empty spec", "Gate 2 names the finding"));
    draft.tasks.addAll(List.of("Read the gates", "Propose the change", "Implement it"));
    return context(
        header(CostCheckpoint.DEFAULT, Optional.of("./mvnw -q verify"), "LICENSE"),
        draft.build(),
        Optional.of("claude/shop-101-review-gates"),
        List.of("src/model/**", "src/review/api.java"));
  }

  /** An analysis, with a checkpoint of the plan's own. */
  static PromptContext analysis() {
    PhaseDraft draft = PhaseSketch.titled("Compare message queues");
    draft
        .issue(new IssueId("SHOP-102"))
        .verb("Evaluate")
        .exec(ExecMode.SPIKE)
        .deliverable(Deliverable.ANALYSIS)
        .estimate(new Estimate(Optional.of(new Usd(325)), OptionalInt.empty()))
        .deliverableText("A recommendation with its costs");
    draft.context.addAll(List.of("We run one host", "Orders must not be lost", "No new vendor"));
    draft.tasks.addAll(List.of("List the candidates", "Compare them", "Recommend one"));
    return context(
        header(new CostCheckpoint.Above(new Usd(2_550)), Optional.empty()),
        draft.build(),
        Optional.of("claude/shop-102-compare-message-queues"),
        List.of());
  }

  /** A phase for a service that reads no skills. */
  static PromptContext delegated() {
    PhaseDraft draft = PhaseSketch.titled("Fix the totals");
    draft
        .issue(new IssueId("SHOP-103"))
        .verb("Fix")
        .exec(ExecMode.TDD)
        .estimate(new Estimate(Optional.empty(), OptionalInt.of(1)))
        .deliverableText("Totals are right in every currency");
    PhaseSketch.touching(draft, "src/cart/**");
    draft.context.addAll(List.of("Totals are in cents", "Rounding is half-even", "See the test"));
    draft.acceptance.add("The sum of rounded lines is the total");
    draft.tasks.addAll(List.of("Write the failing test", "Fix `Totals.java`"));
    return context(
        header(new CostCheckpoint.Unlimited(), Optional.of("npm test"), "LICENSE", ".github/**"),
        draft.build(),
        Optional.of("cursor/shop-103"),
        List.of("src/**"));
  }

  /** A phase of a plan that says next to nothing; the agent names its branch. */
  static PromptContext minimal() {
    return context(
        PlanHeader.untitled("notes.md", "notes.md"),
        PhaseSketch.titled("").build(),
        Optional.empty(),
        List.of());
  }

  static PromptContext context(
      PlanHeader header, Phase phase, Optional<String> branch, List<String> others) {
    ExecMode mode =
        phase
            .handling()
            .exec()
            .orElseGet(() -> ModeProposal.of(phase, DocumentPaths.DEFAULT).mode());
    List<Glob> globs = others.stream().map(text -> PhaseSketch.touch(text).glob()).toList();
    return new PromptContext(
        header,
        phase,
        LaunchRules.DEFAULT.decide(phase, mode),
        new PromptPlace("shop", "/srv/shop", PLAN_FILE),
        phase.issueOrId().value(),
        branch,
        globs);
  }

  static PlanHeader header(CostCheckpoint checkpoint, Optional<String> verify, String... protect) {
    RunPolicy policy =
        new RunPolicy(
            3,
            Optional.empty(),
            checkpoint,
            verify,
            Optional.empty(),
            new RunPolicy.Guard(
                Stream.of(protect).map(PhaseSketch::touch).toList(), ScopePolicy.RECORD),
            Optional.empty());
    return new PlanHeader(
        PLAN_FILE,
        "Checkout revamp",
        Optional.of("checkout-revamp"),
        Optional.of("shop"),
        Optional.of(new IssueId("SHOP-100")),
        "main",
        policy);
  }
}
