package dev.signalbox.verdict;

import java.util.BitSet;
import java.util.List;

/** A graph over phase indices. */
record Digraph(int[][] successors, int[][] predecessors) {
  private static final int[] NONE = new int[0];

  static Digraph of(int nodes, List<Edge> edges) {
    int[][] successors = new int[nodes][];
    int[][] predecessors = new int[nodes][];
    int[] out = new int[nodes];
    int[] in = new int[nodes];
    for (Edge edge : edges) {
      out[edge.from()]++;
      in[edge.to()]++;
    }
    for (int node = 0; node < nodes; node++) {
      successors[node] = out[node] == 0 ? NONE : new int[out[node]];
      predecessors[node] = in[node] == 0 ? NONE : new int[in[node]];
    }
    for (Edge edge : edges) {
      successors[edge.from()][--out[edge.from()]] = edge.to();
      predecessors[edge.to()][--in[edge.to()]] = edge.from();
    }
    return new Digraph(successors, predecessors);
  }

  int size() {
    return successors.length;
  }

  /** Whether the node has an edge at all. */
  boolean isConnected(int node) {
    return successors[node].length > 0 || predecessors[node].length > 0;
  }

  /** Adds every node that a path of one edge or more leads to, or comes from. */
  void addRelatives(int node, BitSet into) {
    walk(node, successors, into);
    walk(node, predecessors, into);
  }

  private static void walk(int start, int[][] next, BitSet into) {
    IntSequence open = new IntSequence();
    BitSet seen = new BitSet();
    open.add(start);
    for (int i = 0; i < open.size(); i++) {
      for (int node : next[open.get(i)]) {
        if (!seen.get(node)) {
          seen.set(node);
          open.add(node);
        }
      }
    }
    into.or(seen);
  }

  /** The nodes of a shortest path with both ends, or an empty array. */
  int[] path(int from, int to) {
    int[] cameFrom = new int[size()];
    java.util.Arrays.fill(cameFrom, -1);
    IntSequence open = new IntSequence();
    open.add(from);
    for (int i = 0; i < open.size(); i++) {
      int node = open.get(i);
      for (int next : successors[node]) {
        if (cameFrom[next] < 0) {
          cameFrom[next] = node;
          if (next == to) {
            return trace(cameFrom, from, to);
          }
          open.add(next);
        }
      }
    }
    return NONE;
  }

  private static int[] trace(int[] cameFrom, int from, int to) {
    IntSequence reversed = new IntSequence();
    int node = to;
    do {
      reversed.add(node);
      node = cameFrom[node];
    } while (node != from);
    reversed.add(from);
    int[] path = new int[reversed.size()];
    for (int i = 0; i < path.length; i++) {
      path[i] = reversed.get(path.length - 1 - i);
    }
    return path;
  }
}
