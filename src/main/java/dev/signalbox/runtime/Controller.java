package dev.signalbox.runtime;

import dev.signalbox.approval.Answer;
import dev.signalbox.engine.Input;

/** A running engine, as surfaces see it. Safe for many threads. */
public interface Controller {

  /** The run as it is now. */
  Snapshot look();

  /**
   * Hands an input to the one writer and waits until what follows from it is durable.
   *
   * @return what the person hears
   */
  Answer submit(Input input);

  /**
   * Waits until something changed since a snapshot, or the time is over.
   *
   * @param since {@link Snapshot#version()} of the last one seen
   * @param millis at most
   */
  Snapshot await(long since, long millis);
}
