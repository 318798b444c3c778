package dev.signalbox.runner;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.AttemptKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that a start needs.
 *
 * @param name the conversation's name: issue, phase and slug
 * @param conversation which conversation the process carries
 * @param prompt the first message, given on the way of {@link AgentRunner#send} with sequence 0
 */
public record LaunchOrder(
    AttemptKey attempt,
    AgentId agent,
    Setting setting,
    String name,
    Conversation conversation,
    String prompt) {

  /**
   * Where and with what permission the agent works.
   *
   * @param workspace the folder that the agent works in, which exists
   * @param objects the git objects that the workspace borrows; the sandbox shows them read-only
   * @param effort the agent's own word for effort; empty for its default
   * @param budget after which the agent stops by itself, where it can
   */
  public record Setting(
      Path workspace,
      Path objects,
      LaunchMode mode,
      Optional<String> model,
      Optional<String> effort,
      Optional<Usd> budget) {}

  /** A new conversation, or the one that another process left. */
  public sealed interface Conversation {

    /**
     * A new one.
     *
     * @param id the id that the agent shall give it, a UUID; agents that choose themselves ignore
     *     it
     */
    record Fresh(String id) implements Conversation {}

    /**
     * Going on with one.
     *
     * @param id the agent's own, from {@code AgentSignal.Identified}
     */
    record Resumed(String id) implements Conversation {}
  }
}
