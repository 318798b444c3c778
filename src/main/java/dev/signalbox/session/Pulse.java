package dev.signalbox.session;

import java.util.Optional;

/**
 * What a transcript shows of a running process and no fact records: read again after a restart.
 *
 * @param bytes of output so far: any growth is life
 * @param microUsd the process's own cost so far in millionths of a dollar; 0 where the agent does
 *     not tell
 * @param tokens the process's own use so far
 * @param contextTokens tokens in the conversation at the last model call; 0 while unknown
 * @param contextTokensMax the size of the model's window; 0 while unknown
 * @param activity the last thing it did, one short line for people; empty before the first
 */
public record Pulse(
    long bytes,
    long microUsd,
    Tokens tokens,
    long contextTokens,
    long contextTokensMax,
    Optional<String> activity) {
  public static final Pulse NONE = new Pulse(0, 0, Tokens.NONE, 0, 0, Optional.empty());

  /** The same, after that much output. */
  public Pulse withBytes(long seen) {
    return new Pulse(seen, microUsd, tokens, contextTokens, contextTokensMax, activity);
  }

  /** How full the conversation is, 0 to 100; 0 while unknown. */
  public int contextPercent() {
    return contextTokensMax == 0 ? 0 : (int) Math.min(100, contextTokens * 100 / contextTokensMax);
  }
}
