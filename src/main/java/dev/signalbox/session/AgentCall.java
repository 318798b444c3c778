package dev.signalbox.session;

import java.util.List;

/**
 * What an agent tells Signalbox with its session's own tools (ADR 0030). It says the same as the
 * words that its output is read for, and can be answered at once.
 */
public sealed interface AgentCall {

  /**
   * It read its task and begins.
   *
   * @param name of its conversation in its own program; empty where it knows none
   */
  record Started(String name) implements AgentCall {}

  /** Where it stands, in a line or two. */
  record Progress(String text) implements AgentCall {}

  /**
   * It needs a person's word. The call does not wait for it: it comes as the next message.
   *
   * @param options offered, in the agent's order; none where words are wanted
   */
  record Ask(String text, List<String> options) implements AgentCall {
    public Ask {
      options = List.copyOf(options);
    }
  }

  /** A person shall look at its work before it goes on. */
  record Checkpoint(String text) implements AgentCall {}

  /** A design decision may not fit another session's. */
  record Conflict(String text) implements AgentCall {}

  /** The summary that its exit asks for. */
  record HandIn(String summary) implements AgentCall {}
}
