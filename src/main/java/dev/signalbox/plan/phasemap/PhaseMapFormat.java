package dev.signalbox.plan.phasemap;

import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plans whose phases stand in tables (design section 2): a phase map with the columns Phase, Issue
 * or Issues, Focus, Batch, Dependencies or Depends On, Mode or Exec, Agent, Branch and Est. cost; a
 * dispatch table of sessions; an issue registry; dispatch prompts in code blocks; and the same
 * tables in a tracker's JSON document template.
 *
 * <p>A table is a phase map if it has a Phase column and one of Issue, Focus and Dependencies.
 * Without one the sessions of the dispatch tables are the phases, else the issues of the registry.
 * What the document itself says comes before what stands in fenced blocks of Markdown. Phases whose
 * status says that they are finished are left out, and nothing waits for them. Phases of one batch
 * are claimed to be parallel. Tables of sessions that ran (Session Name) are no plan.
 */
public final class PhaseMapFormat implements PlanFormat {

  @Override
  public String name() {
    return "phase-map";
  }

  @Override
  public boolean recognises(PlanSource source) {
    SourceFile file = source.first();
    if (source.files().size() > 1) {
      return false;
    }
    if (RichText.isLikely(file)) {
      return true;
    }
    if (!mayHoldPlan(file.text())) {
      return false;
    }
    MarkdownDocument document = MarkdownDocument.parse(file);
    PhaseMapSource read = PhaseMapSource.of(document);
    return read.hasPhases() && !ForeignText.is(document, read);
  }

  /** Spares most documents the parsing: a header or a prompt must be somewhere. */
  private static boolean mayHoldPlan(String text) {
    return text.lines().anyMatch(PhaseMapFormat::mayHoldPlanLine);
  }

  private static boolean mayHoldPlanLine(String line) {
    if (line.indexOf('|') < 0) {
      return line.contains("from master plan");
    }
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("phase")
        || lower.contains("session")
        || (lower.contains("title") && (lower.contains("id") || lower.contains("issue")));
  }

  @Override
  public PlanReading read(PlanSource source) {
    SourceFile file = source.first();
    PhaseMapSource read = PhaseMapSource.of(file);
    List<Problem> problems = new ArrayList<>(read.problems());
    List<Entry> entries = Entries.of(read, problems);
    PhaseMapPlan.Result result = PhaseMapPlan.of(entries, problems);
    if (result.phases().isEmpty()) {
      problems.add(noPhases(file, entries));
    }
    return new PlanReading(
        new Plan(header(source, read), result.phases(), List.of()), problems, counts(result));
  }

  private static PlanHeader header(PlanSource source, PhaseMapSource read) {
    return new PlanHeader(
        source.name(),
        read.title().isEmpty() ? source.first().name() : read.title(),
        Optional.empty(),
        Optional.empty(),
        read.master(),
        PlanHeader.BASE_DEFAULT,
        RunPolicy.DEFAULT);
  }

  private static SourceCounts counts(PhaseMapPlan.Result result) {
    List<Phase> phases = result.phases();
    long labels = phases.stream().filter(phase -> phase.handling().claim().isPresent()).count();
    return new SourceCounts(phases.size(), result.edges(), (int) labels);
  }

  private static Problem noPhases(SourceFile file, List<Entry> entries) {
    if (!entries.isEmpty()) {
      return Problem.error(
          ErrorCode.PLAN_NO_PHASES,
          entries.getFirst().at(),
          "expected an open phase, found that all " + entries.size() + " are marked as finished",
          "change the status of the phases to dispatch");
    }
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        Position.startOf(file.path()),
        "expected a table with a Phase or Session column beside Issue, Focus or Dependencies, or a"
            + " dispatch prompt, found none with rows",
        "add a table headed | Phase | Issue | Focus | Dependencies |");
  }
}
