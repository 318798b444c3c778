package dev.signalbox.workspace;

/** What moving the base led to. */
public sealed interface LandOutcome {

  /** The base holds the commit. */
  record Landed() implements LandOutcome {}

  /** The base is elsewhere by now: compute and verify again. */
  record BaseMoved(String found) implements LandOutcome {}

  /** A checkout of the base did not let it move, such as one with changes in the way. */
  record Refused(String reason) implements LandOutcome {}

  /** git failed; {@code reason} is for a person. */
  record Failed(String reason, boolean mayPass) implements LandOutcome {}
}
