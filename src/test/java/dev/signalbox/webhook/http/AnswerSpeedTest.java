package dev.signalbox.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures, and asserts nothing about time: how fast deliveries are on the disk and answered. */
class AnswerSpeedTest {
  private static final int DELIVERIES = 2_000;
  private static final int SENDERS = 16;
  private static final double NANOS = 1e9;

  @TempDir private Path folder;

  @Test
  void everyDeliveryIsOnTheDiskBeforeItIsAnswered() throws Exception {
    byte[] body = ("{\"x\":\"" + "y".repeat(20_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    try (DeliveryQueue queue =
            SqliteDeliveryQueue.open(
                folder.resolve("webhook.sqlite"), SqliteDeliveryQueue.Room.FULL_SIZE);
        WebhookListener listener = Listening.to(queue, Duration.ofSeconds(30));
        Sender sender = new Sender(listener.address().getPort(), Listening.NOW);
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<Long>> all = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < DELIVERIES; i++) {
        String id = "d" + i;
        all.add(
            threads.submit(() -> {
              long sent = System.nanoTime();
              int status = sender.send(Endpoint.of(Endpoint.Kind.GITHUB), "push", id, body);
              assertThat(status).isEqualTo(202);
              return System.nanoTime() - sent;
            }));
      }
      long slowest = 0;
      for (Future<Long> each : all) {
        slowest = Math.max(slowest, each.get());
      }
      double seconds = (System.nanoTime() - start) / NANOS;
      System.out.printf(
          "measured: %d deliveries of 20 KB from %d senders, %.0f answered per second, slowest"
              + " %.3f s%n",
          DELIVERIES, SENDERS, DELIVERIES / seconds, slowest / NANOS);
      assertThat(queue.waiting(DELIVERIES + 1)).hasSize(DELIVERIES);
    }
  }
}
