package dev.signalbox.webhook;

import java.util.Optional;

/**
 * Answers an agent session that Linear just made. Linear shows the agent as unresponsive where
 * nothing is heard of it within ten seconds, so this does not wait for its turn in the queue.
 */
public interface FirstActivity {
  /** Nobody answers. */
  FirstActivity NONE = (_, _) -> {};

  /**
   * Answers it. Called on a thread of its own after the delivery was stored and answered; once for
   * each delivery that was not known.
   *
   * @param agentSession Linear's id of it
   * @param issue its key; empty where Linear names none
   */
  void created(String agentSession, Optional<String> issue);
}
