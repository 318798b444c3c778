package dev.signalbox.agent;

/**
 * Why an agent works on a phase.
 *
 * @param text without a full stop
 * @param isOrdinary whether it goes without saying: the plan names the agent, or it is the
 *     catalogue's first
 */
public record AgentReason(String text, boolean isOrdinary) {
  /** Nobody works on it. */
  public static final AgentReason NONE = new AgentReason("", true);
}
