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
   * @param with all that it was used with, bounded: a command, or a change as lines that begin with
   *     {@code -}, {@code +} or a blank; empty where {@code about} says it
   */
  record ToolUsed(String about, String with) implements Spoken {
    /** Where one line says it all. */
    public ToolUsed(String about) {
      this(about, "");
    }
  }

  /** It waits for an answer. */
  record Asked(Question question) implements Spoken {}

  /** Its turn is over. */
  record TurnOver(TurnResult result) implements Spoken {}
}
