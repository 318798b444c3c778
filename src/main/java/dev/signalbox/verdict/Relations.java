package dev.signalbox.verdict;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All facts about pairs, and the order in which the rules look at them. */
final class Relations {
  final EdgeMap edges;
  final Digraph graph;
  final Exclusions exclusions;
  final SharedFiles files;
  final Cliques folders;
  final Overrules overrules;
  private final int[][] partners;

  Relations(
      EdgeMap edges,
      Exclusions exclusions,
      SharedFiles files,
      Cliques folders,
      Overrules overrules) {
    this.edges = edges;
    this.graph = edges.graph(edge -> true);
    this.exclusions = exclusions;
    this.files = files;
    this.folders = folders;
    this.overrules = overrules;
    this.partners = partners();
  }

  private int[][] partners() {
    Set<Long> pairs = new TreeSet<>(exclusions.readCycles().keySet());
    pairs.addAll(exclusions.withoutBranch());
    pairs.addAll(overrules.pairs());
    IntSequence[] lists = new IntSequence[edges.phases()];
    for (long key : pairs) {
      addPartner(lists, (int) (key >>> Integer.SIZE), (int) key);
      addPartner(lists, (int) key, (int) (key >>> Integer.SIZE));
    }
    return Arrays.stream(lists)
        .map(list -> list == null ? new int[0] : list.toArray())
        .toArray(int[][]::new);
  }

  private static void addPartner(IntSequence[] lists, int of, int partner) {
    if (lists[of] == null) {
      lists[of] = new IntSequence();
    }
    lists[of].add(partner);
  }

  /** The edge between the two, in whichever direction, also one that a person took out. */
  @Nullable Edge edge(int a, int b) {
    Edge forward = edges.get(a, b);
    Edge backward = edges.get(b, a);
    if (forward == null || backward == null) {
      Edge only = forward == null ? backward : forward;
      return only == null ? overrules.removed(a, b) : only;
    }
    return forward.rule().compareTo(backward.rule()) <= 0 ? forward : backward;
  }

  /**
   * The first rule that fires for a pair.
   *
   * @param relatives what directed paths connect with {@code a}
   */
  Rule rule(int a, int b, BitSet relatives) {
    Edge edge = edge(a, b);
    if (edge != null) {
      return edge.rule();
    }
    if (exclusions.readCycle(a, b) != null) {
      return Rule.READS_OUTPUT;
    }
    if (exclusions.withoutBranch().contains(Exclusions.key(a, b))
        || exclusions.unmergeable().common(a, b) != null) {
      return Rule.UNMERGEABLE_FILES;
    }
    if (exclusions.infrastructure().common(a, b) != null) {
      return Rule.SHARED_INFRASTRUCTURE;
    }
    if (relatives.get(b)) {
      return Rule.IMPLIED_ORDER;
    }
    return undirectedRule(a, b);
  }

  private Rule undirectedRule(int a, int b) {
    if (files.common(a, b) != null) {
      return Rule.SHARED_FILES;
    }
    return folders.common(a, b) != null ? Rule.SHARED_DIRECTORY : Rule.INDEPENDENT;
  }

  /** What directed paths connect with {@code phase}, in either direction. */
  BitSet relatives(int phase) {
    BitSet relatives = new BitSet();
    if (graph.isConnected(phase)) {
      graph.addRelatives(phase, relatives);
    }
    return relatives;
  }

  /** Phases that a rule before IMPLIED_ORDER relates to {@code phase}, or a person's decision. */
  BitSet strong(int phase) {
    BitSet strong = new BitSet();
    set(graph.successors()[phase], strong);
    set(graph.predecessors()[phase], strong);
    set(partners[phase], strong);
    exclusions.unmergeable().addNeighbours(phase, strong);
    exclusions.infrastructure().addNeighbours(phase, strong);
    return strong;
  }

  /** Phases that a rule after IMPLIED_ORDER relates to {@code phase}. */
  BitSet weak(int phase) {
    BitSet weak = new BitSet();
    files.addNeighbours(phase, weak);
    folders.addNeighbours(phase, weak);
    return weak;
  }

  private static void set(int[] values, BitSet into) {
    for (int value : values) {
      into.set(value);
    }
  }
}
