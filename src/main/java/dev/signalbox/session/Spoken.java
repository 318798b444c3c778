package dev.signalbox.session;

/** Something in an agent's output that a person wants to read. The agent chose every word of it. */
public sealed interface Spoken {

  /** What it said, whole: any number of lines. */
  record Words(String text) implements Spoken {}

  /**
   * A piece of what it said, which ends anywhere: the next piece of that message goes on there.
   *
   * @param message which message; empty where the agent does not tell
   */
  record Piece(String message, String text) implements Spoken {}

  /**
   * A tool that it used.
   *
   * @param about the tool's name and what it was used for, one line
   */
  record ToolUsed(String about) implements Spoken {}

  /** It waits for an answer. */
  record Asked(Question question) implements Spoken {}

  /** Its turn is over. */
  record TurnOver(TurnResult result) implements Spoken {}
}
