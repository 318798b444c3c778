package dev.signalbox.session;

/** How a turn ended. */
public sealed interface TurnResult {

  /** The agent says that it is done with what it was told. Whether that is true, git tells. */
  record Completed() implements TurnResult {}

  /** A person or Signalbox stopped it. */
  record Interrupted() implements TurnResult {}

  /** The agent's service refused or was not there; the same conversation may be tried again. */
  record ServiceFailed(String reason) implements TurnResult {}

  /** The agent reached a bound that it was started with (turns, budget). */
  record LimitReached(String reason) implements TurnResult {}

  /** Any other failure. */
  record Failed(String reason) implements TurnResult {}
}
