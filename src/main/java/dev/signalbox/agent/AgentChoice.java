package dev.signalbox.agent;

import dev.signalbox.error.Problem;

/** Which agent works on a phase, or why none does. */
public sealed interface AgentChoice {

  /**
   * An agent was found.
   *
   * @param reason why this one, for the dispatch table; without a full stop
   */
  record Chosen(AgentProfile agent, String reason) implements AgentChoice {}

  /**
   * No agent fits.
   *
   * @param problem an error at the phase's position
   */
  record None(Problem problem) implements AgentChoice {}
}
