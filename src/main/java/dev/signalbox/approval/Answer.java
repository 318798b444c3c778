package dev.signalbox.approval;

/** What a person hears about a decision. */
public sealed interface Answer {

  /** It is recorded. */
  record Taken() implements Answer {}

  /** It was recorded before, with the same content; nothing changes. */
  record TakenBefore() implements Answer {}

  /** What is shown now is something else: look again. */
  record Changed(String now) implements Answer {}

  /** Somebody decided otherwise before. */
  record DecidedBefore(Settled settled) implements Answer {}

  /** There is no such gate or session, or it does not take this; {@code reason} says why. */
  record Refused(String reason) implements Answer {}
}
