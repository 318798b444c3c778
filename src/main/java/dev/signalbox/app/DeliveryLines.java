package dev.signalbox.app;

import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.http.DeliveryLog;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A line for each delivery: sender, event, verdict. What is new is told to those who wait. */
final class DeliveryLines implements DeliveryLog {
  private final Consumer<String> line;
  private final Reading reading;
  private final Runnable stored;

  /**
   * A log.
   *
   * @param stored is told of each new delivery
   */
  DeliveryLines(Consumer<String> line, Reading reading, Runnable stored) {
    this.line = line;
    this.reading = reading;
    this.stored = stored;
  }

  @Override
  public void stored(Delivery delivery) {
    stored.run();
    Normalised read = reading.of(delivery);
    String verdict =
        read.items().isEmpty()
            ? "ignored: " + read.reason()
            : read.items().stream()
                .map(item -> FeedbackRouter.row(item) + " " + item.kind())
                .distinct()
                .collect(Collectors.joining(", "));
    say(delivery, "stored: " + verdict);
  }

  @Override
  public void known(Delivery delivery) {
    say(delivery, "known");
  }

  @Override
  public void refused(Endpoint from, int status, String reason) {
    line.accept(from + "  -  refused " + status + ": " + reason);
  }

  private void say(Delivery delivery, String verdict) {
    String event = delivery.event().isEmpty() ? "-" : delivery.event();
    line.accept(delivery.from() + "  " + event + "  " + verdict);
  }
}
