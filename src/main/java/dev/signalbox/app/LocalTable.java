package dev.signalbox.app;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.check.CheckResult;
import dev.signalbox.cli.Planning;
import dev.signalbox.control.CheckJson;
import dev.signalbox.control.ChoicesJson;
import dev.signalbox.control.Revising;
import dev.signalbox.dispatch.EditedTable;
import dev.signalbox.dispatch.RevisedRun;
import dev.signalbox.dispatch.TableEdits;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The dispatch table of a run as this machine computes it: what edits would make of it, and the
 * plan as pages show it. Safe for many threads.
 */
final class LocalTable implements Revising {
  private final Planned planned;
  private final AgentCatalogue agents;
  private final AgentProbe probe;
  private final Demands demands;
  private Optional<Shown> shown = Optional.empty();

  /**
   * The plan of the run as this process read it.
   *
   * @param plan as it was checked
   * @param routed with the agents of the first table, where this process opened the run
   * @param file the plan's absolute path
   * @param hash of the file when it was read; empty where it has none
   */
  record Planned(Planning.CheckedPlan plan, CheckResult routed, Path file, String hash) {}

  /**
   * What this machine asks of a run before it starts.
   *
   * @param walls what keeps the agents in, for the table
   * @param checks each throws where the spec cannot be carried out here
   */
  record Demands(String walls, List<Consumer<RunSpec>> checks) {}

  /** The plan's document after so many revisions. */
  private record Shown(int revisions, String document) {}

  LocalTable(Planned planned, AgentCatalogue agents, AgentProbe probe, Demands demands) {
    this.planned = planned;
    this.agents = agents;
    this.probe = probe;
    this.demands = demands;
  }

  @Override
  public Outcome revise(RunState run, List<TableEdit> edits, String who) {
    RunSpec open = run.spec().orElseThrow();
    List<String> problems = new ArrayList<>(obstacles(run));
    problems.addAll(TableEdits.contradictions(edits));
    List<TableEdit> changing = TableEdits.changing(open, edits);
    if (changing.isEmpty()) {
      problems.add("expected a change of the table, found none: it has all of that already");
    }
    if (!problems.isEmpty()) {
      return new Outcome.Unsound(problems);
    }
    EditedTable.Outcome edited = edited(run, changing);
    if (!edited.problems().isEmpty()) {
      return new Outcome.Unsound(edited.problems());
    }
    try {
      RunSpec spec = spec(run, edited, changing, who);
      List<String> unmet = unmet(spec);
      return unmet.isEmpty() ? new Outcome.Sound(spec, changing) : new Outcome.Unsound(unmet);
    } catch (SignalboxException e) {
      return new Outcome.Unsound(List.of(text(e)));
    }
  }

  /** The document of {@code check --json} about the plan, as the run's table has it now. */
  synchronized String document(RunState run) {
    int revisions = run.revisions().size();
    if (shown.isEmpty() || shown.get().revisions() != revisions) {
      CheckResult result =
          run.spec().isPresent() ? edited(run, List.of()).result() : planned.routed();
      StringWriter out = new StringWriter();
      CheckJson.write(result, planned.plan().format(), true, out);
      shown = Optional.of(new Shown(revisions, out.toString()));
    }
    return shown.get().document();
  }

  /** The agents and launch modes to choose from; starts no program. */
  String choices() {
    return ChoicesJson.write(
        agents,
        agent ->
            agent.kind() == AgentKind.RUNS_HERE ? probe.presence(agent).lack() : Optional.empty());
  }

  private EditedTable.Outcome edited(RunState run, List<TableEdit> now) {
    TableEdits all = TableEdits.of(run.revisions(), now);
    Map<AgentId, AgentAvailability> known = new HashMap<>();
    for (TableEdit edit : now) {
      if (edit instanceof TableEdit.Agent(var _, AgentId id)) {
        agents
            .find(id)
            .filter(agent -> agent.kind() == AgentKind.RUNS_HERE)
            .ifPresent(agent -> known.put(agent.id(), probe.readiness(agent)));
      }
    }
    AgentRouter router = new AgentRouter(agents, planned.plan().preferred(), known);
    return EditedTable.of(planned.routed(), run.spec().orElseThrow(), all, agents, router);
  }

  /** Edits apply to the plan that the run was opened with, and to no other. */
  private List<String> obstacles(RunState run) {
    RunSpec open = run.spec().orElseThrow();
    String hash = open.source().hash();
    boolean isSame = hash.equals(planned.hash()) && hash.equals(PlanHash.of(planned.file()));
    return isSame && (!hash.isEmpty() || tellsTheSame(run))
        ? List.of()
        : List.of(
            "%s: expected the plan that the run was opened with, found that it was changed since;"
                    .formatted(planned.file())
                + " reject the table and dispatch again, or put the file back as it was");
  }

  /** A plan that is no file has no hash; what it makes its sessions do tells whether it changed. */
  private boolean tellsTheSame(RunState run) {
    RunSpec again = spec(run, edited(run, List.of()), List.of(), "");
    return prompts(again).equals(prompts(run.spec().orElseThrow()));
  }

  private static List<String> prompts(RunSpec spec) {
    return spec.sessions().stream().map(SessionSpec::prompt).toList();
  }

  private RunSpec spec(RunState run, EditedTable.Outcome edited, List<TableEdit> now, String who) {
    return RevisedRun.of(run, edited.result(), planned.plan().place(), demands.walls(), now, who);
  }

  private List<String> unmet(RunSpec spec) {
    List<String> problems = new ArrayList<>();
    for (Consumer<RunSpec> check : demands.checks()) {
      try {
        check.accept(spec);
      } catch (SignalboxException e) {
        problems.add(text(e));
      }
    }
    return problems;
  }

  private static String text(SignalboxException e) {
    return e.hints().isEmpty()
        ? String.valueOf(e.getMessage())
        : e.getMessage() + "; " + String.join("; ", e.hints());
  }
}
