package dev.signalbox.dispatch;

import dev.signalbox.agent.AgentChoice;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.branch.BranchNames;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.error.Problem;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Routes a checked plan again, when it is known which agents are there: table, prompts and branches
 * follow.
 *
 * @param wished works on every phase instead of the one that the router would choose
 * @param except phases that stay out of the run, and so as they are
 */
public record Routing(AgentRouter router, Optional<AgentId> wished, Set<PhaseId> except) {
  public Routing {
    except = Set.copyOf(except);
  }

  /**
   * The same result with other agents.
   *
   * @throws SignalboxException when a phase gets no agent, with the command that mends it
   */
  public CheckResult of(CheckResult result) {
    List<Assignment> routed = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Assignment it : result.assignments()) {
      switch (choose(it)) {
        case AgentChoice.Chosen(var agent, var reason) -> routed.add(it.by(agent, reason));
        case AgentChoice.None(Problem problem) -> problems.add(problem);
      }
    }
    if (!problems.isEmpty()) {
      throw failure(problems);
    }
    return new CheckResult(
        result.plan(),
        result.counts(),
        result.problems(),
        withBranches(result, routed),
        result.analysis());
  }

  private AgentChoice choose(Assignment it) {
    if (except.contains(it.phase().id()) && it.agent().isPresent()) {
      return new AgentChoice.Chosen(it.agent().get(), it.agentReason());
    }
    AgentRouter.Demand demand = new AgentRouter.Demand(it.phase(), it.exec(), it.launch().launch());
    return wished.map(id -> router.wished(demand, id)).orElseGet(() -> router.choose(demand));
  }

  /** Each branch by the convention of its own agent. */
  static List<Assignment> withBranches(CheckResult result, List<Assignment> routed) {
    IdentityHashMap<Phase, BranchConvention> conventions = new IdentityHashMap<>();
    routed.forEach(
        it -> conventions.put(it.phase(), it.agent().map(AgentProfile::branches).orElseThrow()));
    List<Optional<String>> branches =
        BranchNames.of(
            result.plan(),
            phase -> conventions.getOrDefault(phase, new BranchConvention.NamedByAgent()));
    List<Assignment> named = new ArrayList<>();
    for (int i = 0; i < routed.size(); i++) {
      named.add(routed.get(i).on(branches.get(i)));
    }
    return named;
  }

  private static SignalboxException failure(List<Problem> problems) {
    Problem first = problems.getFirst();
    String more =
        problems.size() == 1 ? "" : "; and the same for more phases: " + (problems.size() - 1);
    return new SignalboxException(
        first.code(),
        first.message() + more,
        problems.stream().map(Problem::hint).distinct().toList());
  }
}
