package dev.signalbox.webhook.http;

import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;

/** Hears what became of each request. */
public interface DeliveryLog {

  /** A delivery was stored. */
  void stored(Delivery delivery);

  /** A delivery was known. */
  void known(Delivery delivery);

  /**
   * A request to an endpoint was refused.
   *
   * @param status the answer's
   * @param reason for the person; the sender does not hear it
   */
  void refused(Endpoint from, int status, String reason);
}
