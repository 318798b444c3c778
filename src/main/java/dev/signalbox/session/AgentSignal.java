package dev.signalbox.session;

import dev.signalbox.plan.Usd;

/**
 * What an agent's output says that policy has to know. Words count only in the agent's own output,
 * never in a tool's result or in what was said to it.
 */
public sealed interface AgentSignal {

  /**
   * The agent's own id of the conversation, with which a new process resumes it.
   *
   * @param name the conversation's name as the agent shows it; empty where it has none
   */
  record Identified(String agentSessionId, String name) implements AgentSignal {}

  /** The words {@code Session started}. */
  record StartConfirmed() implements AgentSignal {}

  /** The agent's estimate of its own cost. */
  record EstimateStated(Usd estimate) implements AgentSignal {}

  /** The agent waits for an answer. */
  record Asked(Question question) implements AgentSignal {}

  /** An open question is settled without us (the agent withdrew it, or it was interrupted). */
  record QuestionClosed(String questionId) implements AgentSignal {}

  /** The exact word {@code TASK_COMPLETE}. */
  record TaskCompleted() implements AgentSignal {}

  /**
   * A line {@code FEEDBACK 12 addressed} or {@code FEEDBACK 12 declined: why}.
   *
   * @param reason why it is declined; may be empty
   */
  record FeedbackAnswered(long number, boolean isAddressed, String reason) implements AgentSignal {}

  /** A line {@code CONFLICT: ...}: a design decision that may not fit another session's. */
  record ConflictFlagged(String text) implements AgentSignal {}

  /** The agent's service fails and the agent tries again by itself. */
  record Retrying(int attempt, int attemptsMax, String reason) implements AgentSignal {}

  /**
   * A tool of the agent changed a file, or is about to; each file is told once. What commands
   * change is not told.
   *
   * @param path relative to the workspace with {@code /} between its parts, or absolute for a file
   *     outside of it
   */
  record FileChanged(String path) implements AgentSignal {}

  /** A subagent of the agent came to its end; told once for each. */
  record SubagentRan() implements AgentSignal {}

  /** The turn is over and the agent waits for the next message. */
  record TurnEnded(TurnResult result) implements AgentSignal {}
}
