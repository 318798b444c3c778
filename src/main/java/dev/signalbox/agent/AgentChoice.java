package dev.signalbox.agent;

import dev.signalbox.error.Problem;

/** Which agent works on a phase, or why none does. */
public sealed interface AgentChoice {

  /** An agent was found; the reason is for the dispatch table. */
  record Chosen(AgentProfile agent, AgentReason reason) implements AgentChoice {}

  /**
   * No agent fits.
   *
   * @param problem an error at the phase's position
   */
  record None(Problem problem) implements AgentChoice {}
}
