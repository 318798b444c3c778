package dev.signalbox.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries that outlive the process, in the order in which they came, and the items that they
 * held. All methods may be called from any thread. How many of each are kept says {@link
 * dev.signalbox.limit.Limits}.
 */
public interface DeliveryQueue extends AutoCloseable {

  /** What became of a delivery. */
  enum Stored {
    /** It is on the disk. */
    NEW,
    /** It was there before; nothing changed. */
    KNOWN,
    /** Too much waits already. */
    FULL
  }

  /**
   * A delivery with its place in the order.
   *
   * @param number from 1, never used again
   */
  record Queued(long number, Delivery delivery) {}

  /**
   * How much is in it.
   *
   * @param received deliveries that were ever stored
   * @param waiting those that nobody has worked with yet
   * @param oldest when the oldest of these came; empty where none waits
   */
  record Load(long received, int waiting, Optional<Instant> oldest) {}

  /**
   * Stores a delivery under its sender and id. When this returns it is safe from a kill.
   *
   * @throws dev.signalbox.error.SignalboxException {@code WEBHOOKS_FAILED}
   */
  Stored store(Delivery delivery);

  /** Those that nobody has worked with yet, oldest first. */
  List<Queued> waiting(int most);

  /** Those of {@link #waiting} with a number above {@code number}, oldest first. */
  List<Queued> waitingAfter(long number, int most);

  /** How much is in it now. */
  Load load();

  /** Whether an item with that id was taken. */
  boolean isTaken(String item);

  /** An item was taken. Saying it again changes nothing. */
  void taken(TakenItem item);

  /** All items of a delivery were taken, or there are none. Saying it again changes nothing. */
  void done(long number, String verdict);

  /** Those with an {@link AgentCall} that nobody has answered yet, taken or not, oldest first. */
  List<Queued> unanswered(int most);

  /** An agent call was answered, or never will be. Saying it again changes nothing. */
  void answered(long number);

  /** The items that were taken, latest first. */
  List<TakenItem> items(int most);

  /** A delivery with its body, to look at; empty when it is too old. */
  Optional<Delivery> find(long number);

  @Override
  void close();
}
