package dev.signalbox.metric;

import dev.signalbox.webhook.DeliveryQueue;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What lies in files beside a run: its journal, and deliveries from outside. */
final class OutsideGauges {
  private static final DeliveryQueue.Load NONE = new DeliveryQueue.Load(0, 0, Optional.empty());

  private long journalBytes;
  private DeliveryQueue.Load deliveries = NONE;
  private Instant at = Instant.EPOCH;

  OutsideGauges(MeterRegistry registry) {
    Gauge.builder("signalbox.journal.size", this, it -> it.journalBytes)
        .description("Size of the journal's files, of all runs in the state folder.")
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder("signalbox.webhook.deliveries", this, it -> it.deliveries.received())
        .description("Deliveries that were verified and kept, ever in this state folder.")
        .register(registry);
    Gauge.builder("signalbox.webhook.deliveries.waiting", this, it -> it.deliveries.waiting())
        .description("Deliveries that nobody has worked with yet.")
        .register(registry);
    TimeGauge.builder(
            "signalbox.webhook.oldest.waiting.age",
            this,
            TimeUnit.MILLISECONDS,
            it -> it.age().toMillis())
        .description("For how long the oldest of them has waited; 0 where none does.")
        .register(registry);
  }

  /** The figures are those of this look until the next. */
  void show(RunMetrics.Look look) {
    journalBytes = look.journalBytes();
    deliveries = look.deliveries().orElse(NONE);
    at = look.run().at();
  }

  private Duration age() {
    Duration age =
        deliveries.oldest().map(since -> Duration.between(since, at)).orElse(Duration.ZERO);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
