package dev.signalbox.dispatch;

import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.Revision;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.schedule.MergeWish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All edits of a run's table: one about the same as an earlier one takes its place.
 *
 * @param agents by phase
 * @param launches by phase
 * @param order which work is merged first
 */
public record TableEdits(
    Map<PhaseId, AgentId> agents, Map<PhaseId, LaunchMode> launches, List<MergeWish> order) {
  public TableEdits {
    agents = Map.copyOf(agents);
    launches = Map.copyOf(launches);
    order = List.copyOf(order);
  }

  /** Those of all revisions, and the ones that come now. */
  public static TableEdits of(List<Revision> revisions, List<TableEdit> now) {
    Map<PhaseId, AgentId> agents = new LinkedHashMap<>();
    Map<PhaseId, LaunchMode> launches = new LinkedHashMap<>();
    Set<MergeWish> order = new LinkedHashSet<>();
    List<List<TableEdit>> all = new ArrayList<>(revisions.stream().map(Revision::edits).toList());
    all.add(now);
    for (List<TableEdit> edits : all) {
      // Of one revision both directions stay: together they are a circle, which is refused.
      edits.forEach(edit -> {
        if (edit instanceof TableEdit.MergeFirst(PhaseId first, PhaseId next)) {
          order.remove(new MergeWish(next, first));
        }
      });
      for (TableEdit edit : edits) {
        switch (edit) {
          case TableEdit.Agent(PhaseId phase, AgentId agent) -> agents.put(phase, agent);
          case TableEdit.Launch(PhaseId phase, LaunchMode mode) -> launches.put(phase, mode);
          case TableEdit.MergeFirst(PhaseId first, PhaseId next) ->
              order.add(new MergeWish(first, next));
        }
      }
    }
    return new TableEdits(agents, launches, List.copyOf(order));
  }

  /** What edits of one revision say against each other, one sentence each. */
  public static List<String> contradictions(List<TableEdit> edits) {
    Map<PhaseId, AgentId> agents = new LinkedHashMap<>();
    Map<PhaseId, LaunchMode> launches = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (TableEdit edit : edits) {
      switch (edit) {
        case TableEdit.Agent(PhaseId phase, AgentId agent) ->
            twice(phase, "agent", agents.put(phase, agent), agent).ifPresent(problems::add);
        case TableEdit.Launch(PhaseId phase, LaunchMode mode) ->
            twice(phase, "launch mode", launches.put(phase, mode), mode).ifPresent(problems::add);
        case TableEdit.MergeFirst _ -> {
          // Circles are found where all wishes are looked at together.
        }
      }
    }
    return problems;
  }

  private static <T> Optional<String> twice(PhaseId phase, String what, @Nullable T before, T now) {
    return before == null || before.equals(now)
        ? Optional.empty()
        : Optional.of("%s: expected one %s, found %s and %s".formatted(phase, what, before, now));
  }

  /** Those that would change something in the run as it is. */
  public static List<TableEdit> changing(RunSpec open, List<TableEdit> edits) {
    return edits.stream().distinct().filter(edit -> changes(open, edit)).toList();
  }

  private static boolean changes(RunSpec open, TableEdit edit) {
    return switch (edit) {
      case TableEdit.Agent(PhaseId phase, AgentId agent) ->
          of(open, phase).filter(it -> it.handling().agent().equals(agent)).isEmpty();
      case TableEdit.Launch(PhaseId phase, LaunchMode mode) ->
          of(open, phase).filter(it -> it.handling().launch() == mode).isEmpty();
      case TableEdit.MergeFirst(PhaseId first, PhaseId next) ->
          of(open, next)
              .flatMap(it -> of(open, first).filter(other -> it.mergesAfter().contains(other.id())))
              .isEmpty();
    };
  }

  /** What an edit changes, such as {@code 1A agent claude -> codex}. */
  static String words(RunSpec open, TableEdit edit) {
    return switch (edit) {
      case TableEdit.Agent(PhaseId phase, AgentId agent) ->
          phase + " agent " + was(open, phase, it -> it.agent().value()) + " -> " + agent;
      case TableEdit.Launch(PhaseId phase, LaunchMode mode) ->
          phase + " launch " + was(open, phase, it -> it.launch().word()) + " -> " + mode.word();
      case TableEdit.MergeFirst _ -> edit.words();
    };
  }

  private static String was(
      RunSpec open, PhaseId phase, Function<SessionSpec.Handling, String> what) {
    return of(open, phase).map(it -> what.apply(it.handling())).orElse("nothing");
  }

  private static Optional<SessionSpec> of(RunSpec open, PhaseId phase) {
    return open.sessions().stream().filter(it -> it.phase().equals(phase)).findFirst();
  }

  /** Every phase that an edit names. */
  Set<PhaseId> phases() {
    Set<PhaseId> phases = new LinkedHashSet<>(agents.keySet().stream().sorted().toList());
    phases.addAll(launches.keySet().stream().sorted().toList());
    order.forEach(wish -> {
      phases.add(wish.first());
      phases.add(wish.next());
    });
    return phases;
  }

  Optional<AgentId> agent(PhaseId phase) {
    return Optional.ofNullable(agents.get(phase));
  }

  Optional<LaunchMode> launch(PhaseId phase) {
    return Optional.ofNullable(launches.get(phase));
  }
}
