package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.Touched;
import dev.signalbox.workspace.WorkLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has to hold of an artifact that several sessions change: nothing of it is merged beside
 * another's unless the plan said so or a person was asked. Knows the one artifact by heart.
 */
final class SimulatedOverlaps {
  private static final String ARTIFACT = "schema";

  private final List<SessionId> expected;
  private final Planted planted;

  /** What each branch really changed of it when it was taken in last, and on what it was made. */
  private final Map<SessionId, List<String>> changed = new TreeMap<>();

  private final Map<SessionId, List<SessionId>> madeOn = new HashMap<>();
  private final Map<SessionId, SessionId> resolvers = new HashMap<>();
  private final Map<SessionId, String> merged = new TreeMap<>();
  private final Map<Long, Gate> open = new HashMap<>();
  private final Set<Set<SessionId>> decided = new HashSet<>();
  private final Map<Long, List<Set<SessionId>>> asked = new HashMap<>();

  SimulatedOverlaps(RunSpec spec, Planted planted) {
    this.expected = spec.lineup().artifacts().getFirst().expected();
    this.planted = planted;
  }

  /**
   * What looking at a branch tells.
   *
   * @param work the session whose work it holds
   */
  WorkLook.Seen look(
      SessionId id, SessionId work, SimulatedWorkspace workspace, List<String> base) {
    List<String> paths =
        id.equals(work)
            ? workspace.changed.stream().filter(path -> path.startsWith("db/")).toList()
            : changed.getOrDefault(work, List.of());
    changed.put(work, paths);
    List<SessionId> below =
        merged.entrySet().stream()
            .filter(each -> base.contains(each.getValue()))
            .filter(each -> base.indexOf(each.getValue()) <= base.indexOf(workspace.rebasedOn))
            .map(Map.Entry::getKey)
            .toList();
    madeOn.put(id, below);
    boolean isTold = !paths.isEmpty() && planted != Planted.OVERLAP_UNSEEN;
    return new WorkLook.Seen(
        isTold ? List.of(new Touched(ARTIFACT, paths, 0, "+ by " + work)) : List.of(),
        below,
        Optional.empty());
  }

  void see(Recorded recorded) {
    switch (recorded.fact()) {
      case Fact.GateOpened(Gate gate) when gate.kind() == GateKind.SEMANTIC ->
          open.put(gate.number(), gate);
      case Fact.OverlapFound found ->
          found
              .overlaps()
              .forEach(met ->
                  asked
                      .computeIfAbsent(met.gate(), _ -> new ArrayList<>())
                      .add(Set.of(found.session(), met.other())));
      case Fact.GateDecided done -> decide(done);
      case Fact.ResolutionBegun begun -> resolvers.put(begun.session(), begun.resolver());
      case Fact.ConflictResolved done ->
          madeOn.put(
              done.session(), madeOn.get(Objects.requireNonNull(resolvers.get(done.session()))));
      case Fact.GateWithdrawn gone -> open.remove(gone.number());
      case Fact.MergeVerified verified -> merge(verified.session());
      case Fact.Merged it -> it.commit().ifPresent(commit -> merged.put(it.session(), commit));
      case Fact _ -> {
        // No law is about it.
      }
    }
  }

  private void decide(Fact.GateDecided done) {
    Gate gate = open.remove(done.number());
    if (gate != null && !(done.decision() instanceof GateDecision.Rejected)) {
      decided.addAll(asked.getOrDefault(gate.number(), List.of()));
    }
  }

  private void merge(SessionId id) {
    for (SessionId other : merged.keySet()) {
      boolean isMet =
          !other.equals(id)
              && !changed.getOrDefault(id, List.of()).isEmpty()
              && !changed.getOrDefault(other, List.of()).isEmpty()
              && !madeOn.getOrDefault(id, List.of()).contains(other);
      boolean isForeseen = expected.contains(id) && expected.contains(other);
      if (isMet && !isForeseen && !decided.contains(Set.of(id, other))) {
        throw new AssertionError(
            id + " merges beside " + other + ", both changed " + ARTIFACT + ", nobody was asked");
      }
    }
    if (open.values().stream().anyMatch(gate -> isHeldAt(gate, id))) {
      throw new AssertionError(id + " merges while a person decides about what it changed");
    }
  }

  private boolean isHeldAt(Gate gate, SessionId id) {
    return asked.containsKey(gate.number()) && gate.sessions().contains(id);
  }
}
