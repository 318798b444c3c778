package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person's decisions against the rules, by pair, and what they do to the edges. */
final class Overrules {
  private final Map<Long, Overrule> byPair = new LinkedHashMap<>();
  private final Map<Long, Edge> removed = new HashMap<>();
  private final EdgeMap edges;
  private final List<Problem> problems;

  private Overrules(EdgeMap edges, List<Problem> problems) {
    this.edges = edges;
    this.problems = problems;
  }

  /**
   * Applies the decisions: a sequential one becomes a stated edge, a parallel one takes derived
   * edges and artifact edges out. One against a stated order is an error.
   */
  static Overrules apply(
      List<Overrule> decisions,
      Map<PhaseId, Integer> indexOf,
      EdgeMap edges,
      List<Problem> problems) {
    Overrules overrules = new Overrules(edges, problems);
    for (Overrule decision : decisions) {
      Integer a = indexOf.get(decision.first().id());
      Integer b = indexOf.get(decision.second().id());
      if (a != null && b != null && !a.equals(b)) {
        overrules.take(decision, a, b);
      }
    }
    return overrules;
  }

  private void take(Overrule decision, int a, int b) {
    byPair.put(Exclusions.key(a, b), decision);
    if (decision.decision() == Overrule.Decision.SEQUENTIAL) {
      Edge.Reason reason = new Edge.Reason.Stated(decision.position());
      edges.add(new Edge(a, b, Rule.EXPLICIT_ORDER, reason, true));
    } else {
      remove(decision, edges.get(a, b));
      remove(decision, edges.get(b, a));
    }
  }

  private void remove(Overrule decision, @Nullable Edge edge) {
    if (edge == null) {
      return;
    }
    if (edge.reason() instanceof Edge.Reason.Stated stated) {
      problems.add(against(decision, "the plan orders them at line " + stated.position().line()));
    } else {
      edges.remove(edge);
      removed.putIfAbsent(Exclusions.key(edge.from(), edge.to()), edge);
    }
  }

  /** Reports pairs that were declared parallel and that other phases still order. */
  void checkAgainst(Digraph graph, List<Problem> problems) {
    byPair.forEach((key, decision) -> {
      int a = (int) (key >>> Integer.SIZE);
      int b = (int) (long) key;
      boolean isDirect = edges.get(a, b) != null || edges.get(b, a) != null;
      boolean isOrdered = !isDirect && (graph.path(a, b).length > 0 || graph.path(b, a).length > 0);
      if (decision.decision() == Overrule.Decision.PARALLEL && isOrdered) {
        problems.add(against(decision, "other phases between them order them"));
      }
    });
  }

  private static Problem against(Overrule decision, String found) {
    String pair = decision.first().id() + "+" + decision.second().id();
    return Problem.error(
        ErrorCode.PLAN_OVERRULE_INVALID,
        decision.position(),
        "expected no stated order between "
            + pair
            + " that is declared parallel, found that "
            + found,
        "remove that order, or the overrule");
  }

  @Nullable Overrule get(int a, int b) {
    return byPair.get(Exclusions.key(a, b));
  }

  /** The edge that a parallel decision took out, if any. */
  @Nullable Edge removed(int a, int b) {
    return removed.get(Exclusions.key(a, b));
  }

  /** Keys of all pairs decided on, ascending. */
  Set<Long> pairs() {
    return new TreeSet<>(byPair.keySet());
  }

  /** Keys of the pairs that a person lets run in parallel, ascending. */
  Set<Long> parallel() {
    Set<Long> keys = new TreeSet<>();
    byPair.forEach((key, decision) -> {
      if (decision.decision() == Overrule.Decision.PARALLEL) {
        keys.add(key);
      }
    });
    return keys;
  }
}
