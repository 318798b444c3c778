package dev.signalbox.metric;

import dev.signalbox.engine.Recorded;
import dev.signalbox.runtime.FactStore;
import dev.signalbox.view.RunView;
import dev.signalbox.webhook.DeliveryQueue;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is told in numbers about one run. Labels hold words of Signalbox's own alone:
 * never an id, a title, or what an agent or a service said, so there are as many series at most as
 * there are words. Safe for many threads.
 */
public final class RunMetrics {
  /** What the answer of {@link #scrape} is, for HTTP. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final FactMeter facts = new FactMeter(registry);
  private final WebhookMeter webhooks = new WebhookMeter(registry);
  private final RunGauges run = new RunGauges(registry);
  private final OutsideGauges outside = new OutsideGauges(registry);

  /**
   * What is there at one moment.
   *
   * @param journalBytes size of the journal's files
   * @param deliveries the queue of webhooks; empty where nothing is received
   */
  public record Look(RunView run, long journalBytes, Optional<DeliveryQueue.Load> deliveries) {}

  /**
   * A store that also measures what goes through it, once it is durable.
   *
   * @param before the facts of the run so far, so that another start of the engine goes on counting
   */
  public FactStore over(FactStore store, List<Recorded> before) {
    before.forEach(facts::see);
    return (added, moves, isClosing) -> {
      store.append(added, moves, isClosing);
      added.forEach(facts::see);
    };
  }

  /** What is counted where webhooks come in. */
  public WebhookMeter webhooks() {
    return webhooks;
  }

  /** All figures of one look in Prometheus' text format, version 0.0.4. */
  public synchronized String scrape(Look look) {
    run.show(look.run());
    outside.show(look);
    return registry.scrape(CONTENT_TYPE);
  }
}
