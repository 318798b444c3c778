package dev.signalbox.webhook.sqlite;

import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import java.nio.file.Path;
import java.time.Instant;

/** Stores deliveries and says of each that it is stored, until it is killed. */
final class AnswerForever {
  private AnswerForever() {}

  public static void main(String[] args) {
    DeliveryQueue queue =
        SqliteDeliveryQueue.open(Path.of(args[0]), SqliteDeliveryQueue.Room.FULL_SIZE);
    long first = Long.parseLong(args[1]);
    for (long i = first; ; i++) {
      queue.store(
          new Delivery(
              Endpoint.of(Endpoint.Kind.GITHUB),
              "d" + i,
              "ping",
              Instant.EPOCH,
              Body.of("{\"n\":" + i + "}")));
      System.out.println(i);
      System.out.flush();
    }
  }
}
