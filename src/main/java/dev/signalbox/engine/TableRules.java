package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * The dispatch table until it is approved: a revision takes the place of the table that was shown,
 * and whoever decides on the old one is told so (ADR 0027). It decides nothing.
 */
final class TableRules {
  private TableRules() {}

  /** Asks for the table of the spec. */
  static void ask(Deciding deciding, RunSpec spec) {
    deciding.openGate(GateKind.TABLE, List.of(), "Start run " + spec.run() + "?", spec.table());
  }

  static Answer revise(Deciding deciding, Input.Revise revise) {
    Optional<Settled> settled = deciding.run().settled(revise.gate());
    if (settled.isPresent()) {
      return new Answer.DecidedBefore(settled.get());
    }
    if (isRevised(deciding, revise.gate())) {
      return isSameAgain(deciding, revise) ? new Answer.TakenBefore() : changed(deciding);
    }
    Optional<Gate> gate =
        deciding.run().gate(revise.gate()).filter(open -> open.kind() == GateKind.TABLE);
    if (gate.isEmpty()) {
      return new Answer.Refused(
          "expected an open dispatch table, found none with number " + revise.gate());
    }
    if (!gate.get().hash().equals(revise.hash())) {
      return new Answer.Changed(gate.get().id().toString());
    }
    Optional<String> misfit = misfit(deciding, revise);
    if (misfit.isPresent()) {
      return new Answer.Refused(misfit.get());
    }
    replace(deciding, gate.get(), revise);
    return new Answer.Taken();
  }

  /** Whether that gate asked about a table that was revised since. */
  static boolean isRevised(Deciding deciding, long gate) {
    return deciding.run().revisions().stream().anyMatch(revision -> revision.table() == gate);
  }

  /** The table that is asked about now, or what came of it. */
  static Answer changed(Deciding deciding) {
    return deciding.run().gates().stream()
        .filter(gate -> gate.kind() == GateKind.TABLE)
        .findFirst()
        .<Answer>map(gate -> new Answer.Changed(gate.id().toString()))
        .orElseGet(() -> afterwards(deciding));
  }

  private static Answer afterwards(Deciding deciding) {
    long last = deciding.run().lastSettled(GateKind.TABLE);
    return deciding
        .run()
        .settled(last)
        .<Answer>map(Answer.DecidedBefore::new)
        .orElseGet(() -> new Answer.Refused("expected an open dispatch table, found it withdrawn"));
  }

  private static boolean isSameAgain(Deciding deciding, Input.Revise revise) {
    return deciding.run().revisions().stream()
        .anyMatch(it ->
            it.table() == revise.gate()
                && it.edits().equals(revise.edits())
                && it.who().equals(revise.who()));
  }

  private static void replace(Deciding deciding, Gate old, Input.Revise revise) {
    String told = deciding.spec().told();
    deciding.emit(new Fact.TableRevised(revise.spec(), revise.edits(), revise.who()));
    String why = "revised by " + revise.who();
    deciding.emit(new Fact.GateWithdrawn(old.number(), why));
    ask(deciding, revise.spec());
    if (!revise.spec().told().equals(told)) {
      askForSpecAgain(deciding, why);
    }
  }

  /** Gate 1 is about what the sessions are told: where that changed, so did what it is about. */
  private static void askForSpecAgain(Deciding deciding, String why) {
    for (Gate gate : deciding.run().gates()) {
      if (gate.kind() == GateKind.SPEC) {
        deciding.emit(new Fact.GateWithdrawn(gate.number(), why));
      }
    }
    InputRules.askForSpec(deciding, deciding.spec());
  }

  /** Why the spec is none that a revision may lead to. */
  private static Optional<String> misfit(Deciding deciding, Input.Revise revise) {
    RunSpec before = deciding.spec();
    RunSpec after = revise.spec();
    if (revise.edits().isEmpty()) {
      return Optional.of("expected a change of the table, found none");
    }
    boolean isUntouched =
        deciding.run().course().batch() == 0
            && before.sessions().stream()
                .map(spec -> deciding.session(spec.id()))
                .allMatch(it -> it.state() instanceof SessionState.Planned || it.isOver());
    if (!isUntouched) {
      return Optional.of("expected a run of which nothing was started, found sessions at work");
    }
    boolean isSameRun =
        before.run().equals(after.run())
            && before.source().equals(after.source())
            && before.target().equals(after.target())
            && before.bounds().equals(after.bounds())
            && before.batches().equals(after.batches())
            && tasks(before).equals(tasks(after));
    return isSameRun
        ? Optional.empty()
        : Optional.of(
            "expected the same phases in the same batches, found others: the plan, the repository"
                + " or the configuration changed since; reject the table and dispatch again");
  }

  private record Task(
      SessionId id, PhaseId phase, IssueId issue, SessionSpec.Work work, List<SessionId> needs) {}

  private static List<Task> tasks(RunSpec spec) {
    return spec.sessions().stream()
        .map(it -> new Task(it.id(), it.phase(), it.issue(), it.work(), it.needs()))
        .toList();
  }
}
