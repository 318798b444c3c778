package dev.signalbox.agent;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Signalbox knows of one agent.
 *
 * @param name for people, such as {@code Claude Code}
 * @param working how it fits into the workflow
 * @param accounts under which it speaks on the forge; may be empty
 * @param program how it is started; empty for one that is delegated to, and for one that runs here
 *     of which nobody has said yet how
 * @param tuning its models, efforts and prices
 */
public record AgentProfile(
    AgentId id,
    String name,
    AgentKind kind,
    Working working,
    List<BotAccount> accounts,
    Optional<AgentProgram> program,
    Tuning tuning) {
  public AgentProfile {
    accounts = List.copyOf(accounts);
  }

  /** How its branches are called. */
  public BranchConvention branches() {
    return working.branches();
  }

  /** Whether it knows the workflow by its skill files ({@link Working}). */
  public boolean readsSkills() {
    return working.readsSkills();
  }

  /** How it gets an issue ({@link Working}). */
  public Optional<Delegation> delegation() {
    return working.delegation();
  }

  /** The modes for which it is an option although no plan names it ({@link Working}). */
  public Set<ExecMode> offeredFor() {
    return working.offeredFor();
  }

  /** Whether the agent may be chosen for that mode although no plan names it. */
  public boolean isFirstChoiceFor(ExecMode mode) {
    return kind == AgentKind.RUNS_HERE && offeredFor().contains(mode);
  }

  /**
   * Why the agent cannot work with that permission; empty where it can, and for a delegated one,
   * which knows no such thing.
   */
  public Optional<String> lack(LaunchMode launch) {
    return program.flatMap(found -> found.launches().lack(launch));
  }

  /** Whether it is known to be able to do that. */
  public boolean can(Capability capability) {
    return program.map(found -> found.can().contains(capability)).orElse(false);
  }

  /** Whether it is known what it costs: it tells that, or tokens that a price is known for. */
  public boolean tellsCost() {
    return can(Capability.TELL_COST)
        || (can(Capability.TELL_TOKENS) && !tuning.prices().models().isEmpty());
  }

  /** Whether {@code login} is one of its accounts' names. */
  public boolean speaksAs(String login) {
    return accounts.stream().anyMatch(account -> account.isSpelled(login));
  }
}
