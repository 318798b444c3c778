package dev.signalbox.verdict;

import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on every two phases of a plan, kept as facts about groups and answered per pair.
 * Phases are named by their index in the plan.
 */
public final class VerdictTable {
  private final Plan plan;
  private final Relations relations;
  private final Evidence evidence;
  private final int[] rank;
  private final int[][] prerequisites;
  private final Map<PhaseId, Integer> indexOf;

  VerdictTable(
      Plan plan,
      Map<PhaseId, Integer> indexOf,
      Relations relations,
      Evidence evidence,
      int[] rank) {
    this.plan = plan;
    this.relations = relations;
    this.evidence = evidence;
    this.rank = rank;
    this.prerequisites = prerequisites(relations, rank);
    this.indexOf = indexOf;
  }

  private static int[][] prerequisites(Relations relations, int[] rank) {
    int size = rank.length;
    IntSequence[] lists = new IntSequence[size];
    for (int phase = 0; phase < size; phase++) {
      lists[phase] = new IntSequence();
      for (int before : relations.graph.predecessors()[phase]) {
        lists[phase].add(before);
      }
    }
    for (int[] pair : relations.exclusions.ordered(rank)) {
      lists[pair[1]].add(pair[0]);
    }
    int[][] result = new int[size][];
    for (int phase = 0; phase < size; phase++) {
      result[phase] = lists[phase].toSortedSet();
    }
    return result;
  }

  /** A list of pairs that was cut to a bound. */
  public record Pairs(List<PairVerdict> listed, long omitted) {}

  public int size() {
    return rank.length;
  }

  /** The index of a phase in the plan; empty for a phase that the plan does not have. */
  public Optional<Integer> indexOf(PhaseId id) {
    return Optional.ofNullable(indexOf.get(id));
  }

  /**
   * The place of a phase in one order of all phases that every SEQUENTIAL verdict agrees with, from
   * 0; elsewhere it follows the plan.
   */
  public int rank(int phase) {
    return rank[phase];
  }

  /**
   * Phases that must be merged before {@code phase} starts, ascending. What another prerequisite
   * already implies may be missing.
   */
  public int[] prerequisites(int phase) {
    return prerequisites[phase].clone();
  }

  /** Whether the two would need a merge order if both ran: they share files or a folder. */
  public boolean share(int a, int b) {
    return relations.files.common(a, b) != null || relations.folders.common(a, b) != null;
  }

  /** The verdict on two phases. */
  public PairVerdict verdict(int one, int other) {
    int a = Math.min(one, other);
    int b = Math.max(one, other);
    return verdict(a, b, relations.relatives(a));
  }

  private PairVerdict verdict(int a, int b, BitSet relatives) {
    Rule rule = relations.rule(a, b, relatives);
    @Nullable Overrule overrule = relations.overrules.get(a, b);
    boolean isFreed = overrule != null && overrule.decision() == Overrule.Decision.PARALLEL;
    return new PairVerdict(
        plan.phases().get(a).id(),
        plan.phases().get(b).id(),
        isFreed ? Verdict.PARALLEL : rule.verdict(),
        rule,
        evidence.of(a, b, rule, overrule),
        Optional.ofNullable(overrule));
  }

  /**
   * Pairs in the plan's order. Without {@code all} those that are simply PARALLEL, or ordered only
   * through other phases, are left out unless a person overruled them.
   *
   * @param max how many are listed at most; the rest is counted, not built
   */
  public Pairs pairs(boolean all, int max) {
    List<PairVerdict> listed = new ArrayList<>();
    long total = 0;
    for (int a = 0; a < size(); a++) {
      if (all && listed.size() >= max) {
        break;
      }
      BitSet relatives = relations.relatives(a);
      BitSet shown = all ? everyLater(a) : shownLater(a, relatives);
      total += shown.cardinality();
      for (int b = shown.nextSetBit(a + 1);
          b >= 0 && listed.size() < max;
          b = shown.nextSetBit(b + 1)) {
        listed.add(verdict(a, b, relatives));
      }
    }
    long count = all ? (long) size() * (size() - 1) / 2 : total;
    return new Pairs(List.copyOf(listed), count - listed.size());
  }

  private BitSet everyLater(int a) {
    BitSet later = new BitSet();
    later.set(a + 1, size());
    return later;
  }

  private BitSet shownLater(int a, BitSet relatives) {
    BitSet strong = relations.strong(a);
    BitSet weak = relations.weak(a);
    weak.andNot(relatives);
    weak.or(strong);
    weak.clear(0, a + 1);
    return weak;
  }
}
