package dev.signalbox.agent;

import java.util.Locale;

/** What an agent may be able to do beyond working on a prompt. */
public enum Capability {
  /** Asks with choices, and takes one of them as the answer. */
  ANSWER_CHOICES,
  /** Reads a message while it works. */
  MESSAGE_MID_TURN,
  /** Shows the session under a name of ours. */
  NAME_SESSION,
  /** Takes the session's id from us. */
  CHOOSE_ID,
  /** Tells what it cost. */
  TELL_COST,
  /** Tells the tokens it used. */
  TELL_TOKENS,
  /** Stops at a sum by itself. */
  BUDGET,
  /** Hears why something was denied. */
  DENY_WITH_REASON,
  /** Asks before it uses a tool. */
  ASK_BEFORE_TOOLS,
  /** Tells of each subagent that came to its end. */
  TELL_SUBAGENTS;

  /** The word in the catalogue, such as {@code tell-cost}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
