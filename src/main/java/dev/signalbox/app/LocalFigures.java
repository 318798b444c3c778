package dev.signalbox.app;

import dev.signalbox.control.Control;
import dev.signalbox.control.LocalControl;
import dev.signalbox.engine.Recorded;
import dev.signalbox.metric.RunMetrics;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.runtime.FactStore;
import dev.signalbox.web.Dashboard;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.http.DeliveryLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What other programs are told about the engine of this process, or that there is none. */
final class LocalFigures {
  private final RunMetrics metrics = new RunMetrics();
  private final Path journal;
  private final Clock clock;
  private volatile Supplier<Optional<DeliveryQueue.Load>> deliveries = Optional::empty;

  LocalFigures(Path journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** A store that is measured as well. */
  FactStore over(FactStore store, List<Recorded> before) {
    return metrics.over(store, before);
  }

  /** A log that is counted as well. */
  DeliveryLog over(DeliveryLog log) {
    return new CountedDeliveries(log, metrics.webhooks());
  }

  /** From now on, webhooks are received. */
  void receives(Supplier<DeliveryQueue.Load> load) {
    deliveries = () -> Optional.of(load.get());
  }

  /** What the dashboard's server tells them. */
  Dashboard.ForMachines of(EngineLoop loop) {
    LocalControl control = new LocalControl(loop);
    Readiness readiness = new Readiness(loop::beat, journal, clock);
    return new Dashboard.ForMachines(
        () -> metrics.scrape(new RunMetrics.Look(control.look(), journalBytes(), deliveries.get())),
        readiness::lack);
  }

  /** What a dashboard without an engine tells them. */
  Dashboard.ForMachines without(Control recorded) {
    return new Dashboard.ForMachines(
        () ->
            metrics.scrape(new RunMetrics.Look(recorded.look(), journalBytes(), deliveries.get())),
        () -> Optional.of("expected an engine, found none"));
  }

  /** With what SQLite has not moved into the file itself yet. */
  private long journalBytes() {
    return journal.toFile().length()
        + journal.resolveSibling(journal.getFileName() + "-wal").toFile().length();
  }
}
