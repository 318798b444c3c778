package dev.signalbox.app;

import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.journal.JournalView;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.runtime.JournalStore;
import dev.signalbox.session.RunId;
import dev.signalbox.view.RunLine;
import dev.signalbox.view.RunLines;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The runs that a journal tells of. */
final class RunHistory {
  private final JournalView journal;

  RunHistory(JournalView journal) {
    this.journal = journal;
  }

  EngineLoop.Past of(RunId run) {
    return JournalStore.past(journal, run);
  }

  /** The run that is open, else the last one that was. */
  Optional<RunId> latest() {
    List<RunId> open = journal.openRuns();
    List<RunId> runs = open.isEmpty() ? journal.runs() : open;
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
  }

  /** The runs that began last, latest first, each with the day on which it began. */
  List<String> latest(int max) {
    return journal.runs().reversed().stream()
        .limit(max)
        .map(run -> {
          List<Recorded> facts = of(run).facts();
          return facts.isEmpty()
              ? run.toString()
              : run + " (" + LocalDate.ofInstant(facts.getFirst().at(), ZoneOffset.UTC) + ")";
        })
        .toList();
  }

  /** The runs that began last, latest first, as a list shows them. */
  List<RunLine> lines(int max) {
    return journal.runs().reversed().stream()
        .limit(max)
        .map(this::of)
        .filter(past -> !past.facts().isEmpty())
        .map(past -> RunLines.of(past.facts().getFirst().at(), Engine.replay(past.facts())))
        .toList();
  }

  /** The open run of a plan, with all that the journal tells of it. */
  Optional<EngineLoop.Past> openRunOf(String planFile) {
    return journal.openRuns().stream()
        .map(this::of)
        .filter(
            past -> past.spec().filter(spec -> spec.source().file().equals(planFile)).isPresent())
        .findFirst();
  }

  /** The phases that some run of the plan merged. */
  Set<PhaseId> mergedPhasesOf(String planFile) {
    Set<PhaseId> merged = new LinkedHashSet<>();
    for (RunId run : journal.runs()) {
      RunState state = state(run);
      boolean isOfPlan =
          state.spec().map(spec -> spec.source().file().equals(planFile)).orElse(false);
      for (Session session : isOfPlan ? state.sessions().values() : Set.<Session>of()) {
        if (session.state() instanceof SessionState.Merged && session.spec().isOfPlan()) {
          merged.add(session.spec().phase());
        }
      }
    }
    return merged;
  }

  RunState state(RunId run) {
    return Engine.replay(of(run).facts());
  }

  /** The first of {@code base-1}, {@code base-2}, ... that no run has. */
  RunId unused(String base) {
    Set<RunId> taken = Set.copyOf(journal.runs());
    int number = 1;
    while (taken.contains(new RunId(base + "-" + number))) {
      number++;
    }
    return new RunId(base + "-" + number);
  }
}
