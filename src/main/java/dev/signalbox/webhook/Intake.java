package dev.signalbox.webhook;

import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.Normalised;
import java.util.List;
import java.util.function.Consumer;

/**
 * Works with deliveries in their order: reads each, hands its items over, and remembers that. A
 * kill at any point leaves nothing out; an item that is handed over twice has the same id.
 */
public final class Intake implements AutoCloseable {
  private static final int AT_ONCE = 100;

  private final DeliveryQueue queue;
  private final Reading reading;
  private final FeedbackConsumer consumer;
  private final Consumer<String> log;
  private final Lookout lookout = new Lookout("intake", this::drainOnce);

  private Intake(
      DeliveryQueue queue, Reading reading, FeedbackConsumer consumer, Consumer<String> log) {
    this.queue = queue;
    this.reading = reading;
    this.consumer = consumer;
    this.log = log;
  }

  /** Starts with what waits already; {@link #stored} says that there is more. */
  public static Intake start(
      DeliveryQueue queue, Reading reading, FeedbackConsumer consumer, Consumer<String> log) {
    Intake intake = new Intake(queue, reading, consumer, log);
    intake.lookout.start();
    return intake;
  }

  /** Something new is in the queue. */
  public void stored() {
    lookout.wake();
  }

  /** Works with everything that waits now, on the caller's thread; the number of deliveries. */
  public static int drain(DeliveryQueue queue, Reading reading, FeedbackConsumer consumer) {
    int count = 0;
    for (List<DeliveryQueue.Queued> next = queue.waiting(AT_ONCE);
        !next.isEmpty();
        next = queue.waiting(AT_ONCE)) {
      for (DeliveryQueue.Queued queued : next) {
        work(queue, reading.of(queued.delivery()), queued.number(), consumer);
        count++;
      }
    }
    return count;
  }

  private static void work(
      DeliveryQueue queue, Normalised read, long number, FeedbackConsumer consumer) {
    for (FeedbackItem item : read.items()) {
      if (!queue.isTaken(item.id())) {
        Destination destination = consumer.take(item);
        queue.taken(TakenItem.of(item, number, destination));
      }
    }
    queue.done(number, read.items().isEmpty() ? read.reason() : "items: " + read.items().size());
  }

  private void drainOnce() {
    try {
      int _ = drain(queue, reading, consumer);
    } catch (RuntimeException e) {
      if (!lookout.isClosed()) {
        log.accept("feedback: expected to hand an item over, found " + e + "; it is tried again");
      }
    }
  }

  /** Ends after the item at hand. */
  @Override
  public void close() {
    lookout.close();
  }
}
