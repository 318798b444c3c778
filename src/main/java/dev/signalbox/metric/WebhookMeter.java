package dev.signalbox.metric;

import dev.signalbox.webhook.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what is not kept of webhooks, in the process that listens. Safe for many threads. */
public final class WebhookMeter {
  private final MeterRegistry registry;

  WebhookMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A delivery came that was there before. */
  public void repeated(Endpoint from) {
    Counter.builder("signalbox.webhook.repeats")
        .description("Deliveries that came again, since this start of the engine.")
        .tag("sender", word(from))
        .register(registry)
        .increment();
  }

  /**
   * A request was refused.
   *
   * @param status the answer's
   */
  public void refused(Endpoint from, int status) {
    Counter.builder("signalbox.webhook.refusals")
        .description("Requests that were refused, since this start of the engine.")
        .tag("sender", word(from))
        .tag("status", Integer.toString(status))
        .register(registry)
        .increment();
  }

  /** The same word for every hook: their names are no words of ours. */
  private static String word(Endpoint from) {
    return from.kind().name().toLowerCase(Locale.ROOT);
  }
}
