package dev.signalbox.webhook;

import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Normaliser;
import dev.signalbox.feedback.Notification;
import java.util.Map;
import java.util.Optional;

/**
 * Reads deliveries.
 *
 * @param normalisers by the kind of sender; one for each
 */
public record Reading(Map<Endpoint.Kind, Normaliser> normalisers) {
  public Reading {
    normalisers = Map.copyOf(normalisers);
  }

  /** The items of a delivery, or why there are none. Total. */
  public Normalised of(Delivery delivery) {
    Optional<JsonView> json = JsonView.parse(delivery.body().bytes());
    Normaliser normaliser = normalisers.get(delivery.from().kind());
    if (json.isEmpty() || !json.get().isObject()) {
      return Normalised.nothing("expected a JSON object with each key once, found something else");
    }
    return normaliser == null
        ? Normalised.nothing("nobody reads this sender")
        : normaliser.read(new Notification(delivery.event(), json.get(), delivery.received()));
  }
}
