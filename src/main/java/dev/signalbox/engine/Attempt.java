package dev.signalbox.engine;

import java.time.Instant;

/**
 * A process of a session, as far as policy needs it.
 *
 * @param begun the sequence of the fact that began it
 * @param isStarted whether the process was started
 * @param quietSince the silence is counted from here, or from the last output if that is later
 */
public record Attempt(
    Beginning beginning,
    long begun,
    boolean isStarted,
    boolean isConfirmed,
    boolean isTaskComplete,
    boolean isHandingOff,
    Instant quietSince) {

  static Attempt begin(Beginning beginning, long sequence, Instant at) {
    return new Attempt(beginning, sequence, false, false, false, false, at);
  }

  /** From 1. */
  public int number() {
    return beginning.attempt();
  }

  Attempt started(Instant at) {
    return new Attempt(beginning, begun, true, isConfirmed, isTaskComplete, isHandingOff, at);
  }

  Attempt confirmed() {
    return new Attempt(beginning, begun, isStarted, true, isTaskComplete, isHandingOff, quietSince);
  }

  Attempt complete(boolean complete) {
    return new Attempt(
        beginning, begun, isStarted, isConfirmed, complete, isHandingOff, quietSince);
  }

  Attempt handingOff() {
    return new Attempt(beginning, begun, isStarted, isConfirmed, isTaskComplete, true, quietSince);
  }

  Attempt quietFrom(Instant at) {
    return new Attempt(beginning, begun, isStarted, isConfirmed, isTaskComplete, isHandingOff, at);
  }

  Attempt begunBy(long sequence) {
    return new Attempt(
        beginning, sequence, isStarted, isConfirmed, isTaskComplete, isHandingOff, quietSince);
  }
}
