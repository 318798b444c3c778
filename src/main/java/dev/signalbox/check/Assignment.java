package dev.signalbox.check;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentReason;
import dev.signalbox.launch.LaunchDecision;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Phase;
import java.util.Optional;

/**
 * How a phase will be dispatched.
 *
 * @param isProposed whether {@code exec} is our proposal, because the plan names no mode
 * @param agent empty when the plan names one that the catalogue does not have
 * @param agentReason why this agent
 * @param branch empty where the agent names it itself
 */
public record Assignment(
    Phase phase,
    ExecMode exec,
    boolean isProposed,
    LaunchDecision launch,
    Optional<AgentProfile> agent,
    AgentReason agentReason,
    Optional<String> branch) {

  /** The same work by that agent; its branch is another matter. */
  public Assignment by(AgentProfile other, AgentReason why) {
    return new Assignment(phase, exec, isProposed, launch, Optional.of(other), why, branch);
  }

  /** The same work with another permission. */
  public Assignment launchedAs(LaunchMode mode, String why) {
    LaunchDecision other = new LaunchDecision(mode, launch.modeLabel(), why);
    return new Assignment(phase, exec, isProposed, other, agent, agentReason, branch);
  }

  /** The same with that branch. */
  public Assignment on(Optional<String> other) {
    return new Assignment(phase, exec, isProposed, launch, agent, agentReason, other);
  }
}
