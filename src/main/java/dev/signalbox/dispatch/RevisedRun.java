package dev.signalbox.dispatch;

import dev.signalbox.approval.TableEdit;
import dev.signalbox.check.CheckResult;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.view.TableText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of an edited plan what the open run shall do instead, by the code of the first table. */
public final class RevisedRun {
  private static final String REVISED = "Revised by ";

  private RevisedRun() {}

  /**
   * The spec of the same run with the edited table, which says on top who changed what.
   *
   * @param run as it is now, open
   * @param edited the checked plan with all edits
   * @param now the edits of this revision
   * @param walls what keeps the agents in, as for the first table
   */
  public static RunSpec of(
      RunState run,
      CheckResult edited,
      PromptPlace place,
      String walls,
      List<TableEdit> now,
      String who) {
    RunSpec open = run.spec().orElseThrow();
    Set<PhaseId> except = new HashSet<>();
    edited.plan().phases().forEach(phase -> except.add(phase.id()));
    open.sessions().stream().map(SessionSpec::phase).forEach(except::remove);
    RunSpec spec =
        RunSpecs.of(
            edited, edited.analysis().orElseThrow(), place, RunChoice.of(open, walls, except));
    String words =
        now.stream().map(edit -> TableEdits.words(open, edit)).collect(Collectors.joining("; "));
    return new RunSpec(
        spec.run(),
        spec.source(),
        spec.target(),
        spec.bounds(),
        earlier(run, open) + REVISED + TableText.plain(who) + ": " + words + "\n\n" + spec.table(),
        spec.lineup());
  }

  /** The lines of earlier revisions, which stay on top of the table. */
  private static String earlier(RunState run, RunSpec open) {
    return open.table()
        .lines()
        .limit(run.revisions().size())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
