package dev.signalbox.verdict;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Strongly connected components, by Tarjan's algorithm without recursion: chains are long. */
final class Components {
  private final Digraph graph;
  private final int[] index;
  private final int[] low;
  private final int[] component;
  private final int[] position;
  private final ArrayDeque<Integer> stack = new ArrayDeque<>();
  private final ArrayDeque<Integer> calls = new ArrayDeque<>();
  private int nextIndex;
  private int components;

  private Components(Digraph graph) {
    this.graph = graph;
    index = new int[graph.size()];
    low = new int[graph.size()];
    component = new int[graph.size()];
    position = new int[graph.size()];
    Arrays.fill(index, -1);
    Arrays.fill(component, -1);
  }

  /** Per node the number of its component; nodes on a common cycle have the same one. */
  static int[] of(Digraph graph) {
    Components search = new Components(graph);
    for (int node = 0; node < graph.size(); node++) {
      if (search.index[node] < 0) {
        search.visit(node);
      }
    }
    return search.component;
  }

  private void visit(int root) {
    open(root);
    while (!calls.isEmpty()) {
      int node = calls.element();
      int[] successors = graph.successors()[node];
      if (position[node] < successors.length) {
        int next = successors[position[node]++];
        if (index[next] < 0) {
          open(next);
        } else if (component[next] < 0) {
          low[node] = Math.min(low[node], index[next]);
        }
      } else {
        close(node);
      }
    }
  }

  private void open(int node) {
    index[node] = nextIndex;
    low[node] = nextIndex;
    nextIndex++;
    stack.push(node);
    calls.push(node);
  }

  private void close(int node) {
    calls.pop();
    if (!calls.isEmpty()) {
      int parent = calls.element();
      low[parent] = Math.min(low[parent], low[node]);
    }
    if (low[node] == index[node]) {
      int member;
      do {
        member = stack.pop();
        component[member] = components;
      } while (member != node);
      components++;
    }
  }
}
