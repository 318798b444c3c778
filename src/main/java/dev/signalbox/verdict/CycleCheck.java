package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds cycles: stated ones are errors, those that file reads close are turned into exclusion
 * (design section 3).
 */
final class CycleCheck {
  private static final int PATH_SHOWN_MAX = 12;

  private final Plan plan;
  private final EdgeMap edges;
  private final List<Problem> problems;

  CycleCheck(Plan plan, EdgeMap edges, List<Problem> problems) {
    this.plan = plan;
    this.edges = edges;
    this.problems = problems;
  }

  /** Reports each stated cycle once, with its path; true when there is none. */
  boolean isOrderPossible() {
    Digraph graph = edges.graph(Edge::isStated);
    Map<Integer, List<Integer>> cycles = cycles(graph);
    for (List<Integer> members : cycles.values()) {
      int start = members.getFirst();
      int[] path = graph.path(start, start);
      problems.add(
          Problem.error(
              ErrorCode.PLAN_CYCLE,
              position(path),
              "expected phases to form no cycle, found " + names(path),
              "remove one of the lines that order them: after, informs, executes, or a read artifact"));
    }
    return cycles.isEmpty();
  }

  private Position position(int[] path) {
    Edge edge = edges.get(path[0], path[1]);
    return edge == null ? phase(path[0]).position() : positionOf(edge);
  }

  private Position positionOf(Edge edge) {
    return switch (edge.reason()) {
      case Edge.Reason.Stated stated -> stated.position();
      case Edge.Reason.Decided decided -> decided.position();
      case Edge.Reason.Artifact artifact -> artifact.position();
      case Edge.Reason.Files files -> phase(edge.to()).position();
    };
  }

  /** Takes the file reads that lie on a cycle out of the edges, with a warning per cycle. */
  List<Edge> excludeReadCycles() {
    Digraph graph = edges.graph(edge -> true);
    int[] component = Components.of(graph);
    for (List<Integer> members : cycles(graph).values()) {
      int start = members.getFirst();
      int[] path = graph.path(start, start);
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_READS_CYCLE,
              phase(start).position(),
              "expected reads to go one way, found "
                  + names(path)
                  + " by files that these phases read and write; they run one after the other",
              "narrow reads: or touches:, or state the order with after:"));
    }
    List<Edge> excluded = new ArrayList<>();
    for (Edge edge : edges.all()) {
      if (!edge.isStated() && component[edge.from()] == component[edge.to()]) {
        excluded.add(edge);
      }
    }
    excluded.forEach(edges::remove);
    return excluded;
  }

  /** Components with a cycle, members ascending, in the order of their first member. */
  private static Map<Integer, List<Integer>> cycles(Digraph graph) {
    int[] component = Components.of(graph);
    int[] sizes = new int[graph.size()];
    for (int number : component) {
      sizes[number]++;
    }
    Map<Integer, List<Integer>> cycles = new LinkedHashMap<>();
    for (int node = 0; node < graph.size(); node++) {
      int self = node;
      boolean isLoop = Arrays.stream(graph.successors()[node]).anyMatch(next -> next == self);
      if (sizes[component[node]] > 1 || isLoop) {
        cycles.computeIfAbsent(component[node], _ -> new ArrayList<>()).add(node);
      }
    }
    return cycles;
  }

  private Phase phase(int index) {
    return plan.phases().get(index);
  }

  private String names(int[] path) {
    String shown =
        IntStream.of(path)
            .limit(PATH_SHOWN_MAX)
            .mapToObj(node -> phase(node).id().value())
            .collect(Collectors.joining(" → "));
    return path.length <= PATH_SHOWN_MAX
        ? shown
        : shown + " → … → " + phase(path[path.length - 1]).id();
  }
}
