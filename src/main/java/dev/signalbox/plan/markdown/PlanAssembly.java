package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the phases of a document, block by block. */
final class PlanAssembly {
  private final Problems problems;
  private final List<Overrule> overrules = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();
  private Optional<String> title = Optional.empty();
  private @Nullable PhaseDraft phase;
  private @Nullable PhaseSection section;
  private int level;

  PlanAssembly(Problems problems) {
    this.problems = problems;
  }

  void take(Block block) {
    if (block instanceof Block.Heading heading && endsPhase(heading)) {
      closePhase();
      Optional<PhaseHeading> next = PhaseHeading.of(heading);
      if (next.isPresent()) {
        openPhase(next.get());
      } else if (heading.level() == 1 && title.isEmpty()) {
        title = Optional.of(heading.text().text());
      }
    } else if (section != null) {
      section.take(block);
    }
  }

  /** A phase ends at the next phase and at any heading that is not below its own. */
  private boolean endsPhase(Block.Heading heading) {
    return phase == null || heading.level() <= level || PhaseHeading.of(heading).isPresent();
  }

  private void openPhase(PhaseHeading heading) {
    level = heading.level();
    if (!PhaseId.isValid(heading.id().text())) {
      problems.error(
          ErrorCode.PLAN_PHASE_ID_INVALID,
          heading.id().at(),
          "expected a phase heading such as Phase 1A: Title, found "
              + (heading.id().text().isEmpty() ? "no id" : heading.id().text()),
          "give the phase an id of letters, digits, dots, dashes and underscores");
      return;
    }
    PhaseDraft draft =
        new PhaseDraft(new PhaseId(heading.id().text()), heading.id().at()).title(heading.title());
    heading.issue().ifPresent(draft::issue);
    phase = draft;
    section = new PhaseSection(draft, new PhaseFields(draft, problems, overrules));
  }

  private void closePhase() {
    if (phase != null && section != null) {
      section.finish();
      phases.add(phase.build());
    }
    phase = null;
    section = null;
  }

  PlanReading finish(PlanSource source, DataNode.Mapping frontMatter) {
    closePhase();
    PlanHeader header =
        new HeaderFields(problems, overrules)
            .read(source.name(), title.orElse(source.first().name()), frontMatter);
    if (phases.isEmpty()) {
      problems.error(
          ErrorCode.PLAN_NO_PHASES,
          Position.startOf(source.first().path()),
          "expected a heading such as ## Phase 1A: Title, found none",
          "add a phase, or start from signalbox init --topic TOPIC");
    }
    return new PlanReading(new Plan(header, phases, overrules), problems.list(), counts(phases));
  }

  static SourceCounts counts(List<Phase> phases) {
    int tasks = phases.stream().mapToInt(p -> Math.max(1, p.brief().tasks().size())).sum();
    int edges =
        phases.stream()
            .mapToInt(p ->
                p.scope().after().size()
                    + p.scope().informs().size()
                    + (p.brief().executes().isPresent() ? 1 : 0))
            .sum();
    return new SourceCounts(tasks, edges, 0);
  }
}
