package dev.signalbox.session;

import java.util.List;

/** What a running agent is told. */
public sealed interface AgentMessage {

  /** The next turn, or a word in the middle of one. */
  record Say(String text) implements AgentMessage {}

  /** Yes to a {@link Question.Permission}. */
  record Allow(String questionId) implements AgentMessage {}

  /** No to any question; the agent learns why and goes on. */
  record Deny(String questionId, String why) implements AgentMessage {}

  /**
   * Yes to a {@link Question.PlanApproval}.
   *
   * @param isAsking whether the agent goes on asking before it uses tools; else it implements the
   *     plan without asking again
   */
  record ApprovePlan(String questionId, boolean isAsking) implements AgentMessage {}

  /**
   * The answer to a {@link Question.Choice}.
   *
   * @param answers one per item, in the items' order
   */
  record Choose(String questionId, List<String> answers) implements AgentMessage {
    public Choose {
      answers = List.copyOf(answers);
    }
  }

  /** Stop the turn; the process stays. */
  record Interrupt() implements AgentMessage {}

  /** Nothing more comes: the agent ends by itself when its turn is over. */
  record EndInput() implements AgentMessage {}
}
