package dev.signalbox.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a phase changes, needs and makes, and what it must follow. Lists keep the plan's order.
 *
 * @param touches files it changes; empty for a code phase means everything
 * @param reads what it needs from other phases
 * @param produces what it makes for others; files in it count as touched too
 * @param infrastructure names of shared-infrastructure classes that override what the touches
 *     imply; an empty set says "none", an absent one says nothing
 * @param after phases that must be merged before this one starts; the tracker's blocks come here
 * @param informs phases that need this one's findings
 * @param policy what happens to changes of other files; empty where the plan's header decides
 */
public record Scope(
    List<Touch> touches,
    List<Resource> reads,
    List<Resource> produces,
    Optional<SortedSet<String>> infrastructure,
    List<PhaseRef> after,
    List<PhaseRef> informs,
    Optional<ScopePolicy> policy) {
  public Scope {
    touches = List.copyOf(touches);
    reads = List.copyOf(reads);
    produces = List.copyOf(produces);
    after = List.copyOf(after);
    informs = List.copyOf(informs);
  }
}
