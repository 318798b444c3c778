package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tables that people change, and the law that what starts is what somebody approved. */
final class SimulatedTables {
  private final Map<Long, RunSpec> shown = new HashMap<>();
  private Optional<RunSpec> last = Optional.empty();
  private Optional<RunSpec> approved = Optional.empty();

  /** What agents are started by from now on. */
  RunSpec see(Fact fact, RunSpec spec, Planted planted) {
    see(fact);
    boolean isSeen = fact instanceof Fact.TableRevised && planted != Planted.REVISION_UNSEEN;
    return isSeen ? last.orElseThrow() : spec;
  }

  private void see(Fact fact) {
    switch (fact) {
      case Fact.RunOpened opened -> last = Optional.of(opened.spec());
      case Fact.TableRevised revised -> {
        if (approved.isPresent()) {
          throw new AssertionError("the table is revised after it was approved");
        }
        last = Optional.of(revised.spec());
      }
      case Fact.GateOpened(Gate gate) when gate.kind() == GateKind.TABLE -> {
        if (!gate.shown().equals(last.orElseThrow().table())) {
          throw new AssertionError("another table is shown than the one that would start");
        }
        shown.put(gate.number(), last.orElseThrow());
      }
      case Fact.GateWithdrawn withdrawn -> shown.remove(withdrawn.number());
      case Fact.GateDecided decided -> {
        if (shown.containsKey(decided.number())
            && decided.decision() instanceof GateDecision.Approved) {
          approved = Optional.of(shown.get(decided.number()));
        }
      }
      case Fact _ -> {
        // No table changes.
      }
    }
  }

  /** An agent is started by that spec. */
  void start(SessionSpec by) {
    RunSpec table =
        approved.orElseThrow(
            () -> new AssertionError("a session runs before the table is approved"));
    planned(table, by.id())
        .filter(spec -> !spec.equals(by))
        .ifPresent(spec -> {
          throw new AssertionError(
              "%s starts as %s, and %s was approved"
                  .formatted(by.id(), by.handling(), spec.handling()));
        });
  }

  /** The engine has every session as it was approved. */
  void check(Collection<Session> sessions) {
    approved.ifPresent(table ->
        sessions.forEach(session ->
            planned(table, session.id())
                .filter(spec -> !spec.equals(session.spec()))
                .ifPresent(_ -> {
                  throw new AssertionError(session.id() + " is not as the table says");
                })));
  }

  private static Optional<SessionSpec> planned(RunSpec table, SessionId id) {
    return table.sessions().stream().filter(spec -> spec.id().equals(id)).findFirst();
  }

  /** What a person makes of the table, for one session: another agent and permission. */
  static Input.Revise revision(Gate table, RunSpec spec, Random random) {
    int index = random.nextInt(spec.sessions().size());
    List<SessionSpec> sessions = new ArrayList<>(spec.sessions());
    AgentId agent = new AgentId("agent-" + random.nextInt(1_000));
    List<LaunchMode> modes = List.of(LaunchMode.values());
    LaunchMode mode = modes.get(random.nextInt(modes.size()));
    SessionSpec changed = by(sessions.get(index), agent, mode);
    sessions.set(index, changed);
    RunSpec.Lineup lineup = spec.lineup();
    RunSpec revised =
        new RunSpec(
            spec.run(),
            spec.source(),
            spec.target(),
            spec.bounds(),
            "Revised: " + changed.handling() + "\n" + spec.table(),
            new RunSpec.Lineup(
                sessions,
                lineup.batches(),
                lineup.author(),
                lineup.review(),
                lineup.artifacts(),
                lineup.elsewhere()));
    List<TableEdit> edits =
        List.of(
            new TableEdit.Agent(changed.phase(), agent),
            new TableEdit.Launch(changed.phase(), mode));
    return new Input.Revise(table.number(), table.hash(), revised, edits, "ann");
  }

  private static SessionSpec by(SessionSpec it, AgentId agent, LaunchMode mode) {
    SessionSpec.Handling handling = it.handling();
    return new SessionSpec(
        it.id(),
        it.phase(),
        it.issue(),
        it.work(),
        new SessionSpec.Handling(
            agent,
            mode,
            handling.name(),
            handling.branch(),
            handling.model(),
            handling.effort(),
            handling.elsewhere()),
        it.order(),
        it.prompt());
  }
}
