package dev.signalbox.session;

/** How an agent process ended. */
public sealed interface AgentExit {

  /**
   * With an exit code, which is 128 plus the signal's number after a signal.
   *
   * @param errorTail the last lines that it wrote to stderr; may be empty
   */
  record Ended(int code, String errorTail) implements AgentExit {}

  /** Gone without a word: killed with its shim, or the machine restarted. Nothing of it lives. */
  record Vanished() implements AgentExit {}
}
