package dev.signalbox.webhook;

import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;

/**
 * Answers who calls Signalbox as an agent. Linear shows an agent as unresponsive where nothing is
 * heard of it within ten seconds, so this does not wait for its turn in the queue.
 */
public interface FirstActivity {

  /**
   * Answers a call; it worked also where the same call was answered before. Called on a thread of
   * its own, again after a failure that may pass, and again after a kill.
   */
  Outcome<Nothing> answer(AgentCall call);
}
