package dev.signalbox.app;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentPreference;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.agent.SignIn;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.dispatch.Routing;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.PhaseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes a plan among the agents that are there. */
record LocalRouting(AgentCatalogue catalogue, AgentPreference preferred, AgentProbe probe) {

  /**
   * The plan with agents that can be started. Presence is looked up for all of them; sign-in, which
   * starts a program, only for those that the plan would use.
   */
  CheckResult route(CheckResult result, Optional<AgentId> wished, Set<PhaseId> done) {
    Map<AgentId, AgentAvailability> known = new HashMap<>();
    catalogue.agents().stream()
        .filter(agent -> agent.kind() == AgentKind.RUNS_HERE)
        .forEach(agent -> known.put(agent.id(), probe.presence(agent)));
    while (true) {
      AgentRouter router = new AgentRouter(catalogue, preferred, known);
      CheckResult routed = new Routing(router, wished, done).of(result);
      List<AgentProfile> unasked =
          routed.assignments().stream()
              .filter(it -> !done.contains(it.phase().id()))
              .map(Assignment::agent)
              .flatMap(Optional::stream)
              .filter(agent -> isUnasked(known.get(agent.id())))
              .distinct()
              .toList();
      if (unasked.isEmpty()) {
        return routed;
      }
      unasked.forEach(agent -> known.put(agent.id(), probe.readiness(agent)));
    }
  }

  private static boolean isUnasked(@Nullable AgentAvailability there) {
    return there != null && there.signIn() == SignIn.NOT_ASKED && there.lack().isEmpty();
  }
}
