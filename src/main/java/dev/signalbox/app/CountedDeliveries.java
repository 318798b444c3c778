package dev.signalbox.app;

import dev.signalbox.metric.WebhookMeter;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.http.DeliveryLog;

/** Counts what a log hears. What is stored is counted where it is stored. */
record CountedDeliveries(DeliveryLog log, WebhookMeter meter) implements DeliveryLog {
  @Override
  public void stored(Delivery delivery) {
    log.stored(delivery);
  }

  @Override
  public void known(Delivery delivery) {
    meter.repeated(delivery.from());
    log.known(delivery);
  }

  @Override
  public void refused(Endpoint from, int status, String reason) {
    meter.refused(from, status);
    log.refused(from, status, reason);
  }
}
