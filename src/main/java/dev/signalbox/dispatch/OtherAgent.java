package dev.signalbox.dispatch;

import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.AgentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan worked by another agent than the catalogue would choose: table, prompts and branches. */
final class OtherAgent {
  private OtherAgent() {}

  static CheckResult of(CheckResult result, AgentId agent) {
    List<Assignment> assignments =
        result.assignments().stream().map(each -> assign(each, agent)).toList();
    return new CheckResult(
        result.plan(), result.counts(), result.problems(), assignments, result.analysis());
  }

  private static Assignment assign(Assignment it, AgentId agent) {
    if (it.agent().map(profile -> profile.id().equals(agent)).orElse(false)) {
      return it;
    }
    return new Assignment(
        it.phase(),
        it.exec(),
        it.isProposed(),
        it.launch(),
        it.agent().map(profile -> like(profile, agent)),
        "chosen for the whole run",
        Optional.of(branch(it, agent)));
  }

  private static AgentProfile like(AgentProfile it, AgentId agent) {
    return new AgentProfile(
        agent,
        agent.value(),
        AgentKind.RUNS_HERE,
        it.working(),
        List.of(),
        it.program(),
        it.tuning());
  }

  /** The planned branch under the agent's own name. */
  private static String branch(Assignment it, AgentId agent) {
    String issue = it.phase().issueOrId().value().toLowerCase(Locale.ROOT);
    String planned = it.branch().orElse(agent + "/" + issue);
    int slash = planned.indexOf('/');
    return slash > 0 ? agent + planned.substring(slash) : planned;
  }
}
