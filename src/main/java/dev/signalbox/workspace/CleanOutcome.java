package dev.signalbox.workspace;

/** What cleaning up led to. */
public sealed interface CleanOutcome {

  /** Nothing is left of the workspace. */
  record Removed() implements CleanOutcome {}

  /** It is still there; {@code reason} says what would have been lost. */
  record Kept(String reason) implements CleanOutcome {}

  /** There was none. */
  record Absent() implements CleanOutcome {}
}
