package dev.signalbox.verdict;

import java.util.List;
import java.util.PriorityQueue;

/**
 * One order of all phases that every verdict, batch and merge follows.
 *
 * <p>Directed edges always hold. Excluded pairs follow the plan's order wherever the directed edges
 * allow it: where nothing is free because the two disagree, the earliest phase that only exclusions
 * hold back goes first.
 */
final class TotalOrder {
  private final Digraph hard;
  private final int[][] soft;
  private final int[] hardOpen;
  private final int[] softOpen;
  private final boolean[] isPlaced;
  private final PriorityQueue<Integer> free = new PriorityQueue<>();
  private final PriorityQueue<Integer> held = new PriorityQueue<>();

  private TotalOrder(Digraph hard, List<int[]> softPairs) {
    this.hard = hard;
    int size = hard.size();
    hardOpen = new int[size];
    softOpen = new int[size];
    isPlaced = new boolean[size];
    IntSequence[] after = new IntSequence[size];
    for (int[] pair : softPairs) {
      if (after[pair[0]] == null) {
        after[pair[0]] = new IntSequence();
      }
      after[pair[0]].add(pair[1]);
      softOpen[pair[1]]++;
    }
    soft = new int[size][];
    for (int node = 0; node < size; node++) {
      soft[node] = after[node] == null ? new int[0] : after[node].toArray();
      hardOpen[node] = hard.predecessors()[node].length;
    }
  }

  /**
   * The rank of each phase, 0 first.
   *
   * @param hard acyclic
   * @param softPairs excluded pairs, the one that the plan names first in front
   */
  static int[] ranks(Digraph hard, List<int[]> softPairs) {
    return new TotalOrder(hard, softPairs).place();
  }

  private int[] place() {
    for (int node = 0; node < hard.size(); node++) {
      enqueue(node);
    }
    int[] rank = new int[hard.size()];
    for (int next = 0; next < rank.length; next++) {
      int node = take();
      isPlaced[node] = true;
      rank[node] = next;
      for (int other : soft[node]) {
        softOpen[other]--;
        enqueue(other);
      }
      for (int other : hard.successors()[node]) {
        hardOpen[other]--;
        enqueue(other);
      }
    }
    return rank;
  }

  private void enqueue(int node) {
    if (!isPlaced[node] && hardOpen[node] == 0) {
      (softOpen[node] == 0 ? free : held).add(node);
    }
  }

  private int take() {
    while (!free.isEmpty()) {
      int node = free.remove();
      if (!isPlaced[node]) {
        return node;
      }
    }
    while (true) {
      int node = held.remove();
      if (!isPlaced[node]) {
        return node;
      }
    }
  }
}
