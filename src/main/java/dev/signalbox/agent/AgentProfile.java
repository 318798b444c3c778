package dev.signalbox.agent;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What Signalbox knows of one agent.
 *
 * @param name for people, such as {@code Claude Code}
 * @param branches how its branches are called
 * @param readsSkills whether it knows the workflow by its skill files; if not, everything that it
 *     needs has to stand in the text it is given (mission, Agent-Aware Dispatch)
 * @param offeredFor the modes for which the mission's table lists it (section 2, Agent Options); in
 *     the enum's order; empty for an agent that works only where a plan names it
 * @param accounts under which it speaks on the forge; may be empty
 */
public record AgentProfile(
    AgentId id,
    String name,
    AgentKind kind,
    BranchConvention branches,
    boolean readsSkills,
    Set<ExecMode> offeredFor,
    List<BotAccount> accounts) {
  public AgentProfile {
    EnumSet<ExecMode> modes = EnumSet.noneOf(ExecMode.class);
    modes.addAll(offeredFor);
    offeredFor = Collections.unmodifiableSet(modes);
    accounts = List.copyOf(accounts);
  }

  /** Whether the agent may be chosen for that mode although no plan names it. */
  public boolean isFirstChoiceFor(ExecMode mode) {
    return kind == AgentKind.RUNS_HERE && offeredFor.contains(mode);
  }

  /** Whether {@code login} is one of its accounts' names. */
  public boolean speaksAs(String login) {
    return accounts.stream().anyMatch(account -> account.isSpelled(login));
  }
}
