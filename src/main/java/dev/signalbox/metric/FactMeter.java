package dev.signalbox.metric;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.session.SessionId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a run's facts tell in numbers. It keeps a few moments for each session and no fact, and does
 * the same work for each: the writer waits for it. One thread hands facts in; others may read.
 */
final class FactMeter {
  private final Timer dispatch;
  private final Timer agentStart;
  private final Timer batches;
  private final Map<SessionId, List<SessionId>> needs = new HashMap<>();
  private final Map<SessionId, Integer> batchOf = new HashMap<>();
  private final Map<Integer, Instant> dispatched = new HashMap<>();
  private final Map<SessionId, Instant> added = new HashMap<>();
  private final Map<SessionId, Instant> merged = new HashMap<>();
  private final Map<SessionId, Instant> begun = new HashMap<>();
  private int batch;
  private final AtomicLong facts = new AtomicLong();
  private volatile Instant last = Instant.EPOCH;

  FactMeter(MeterRegistry registry) {
    dispatch =
        timer(
                "signalbox.dispatch.latency",
                "From when a session's batch is dispatched and what it needs is merged, to the first"
                    + " time its agent confirms that it starts; the wait for a place counts.",
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2))
            .register(registry);
    agentStart =
        timer(
                "signalbox.agent.start",
                "From when an agent's process is begun to when it confirms that it starts.",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2))
            .register(registry);
    batches =
        timer(
                "signalbox.batch.duration",
                "From when a batch is dispatched to when the next one is, or the run ends.",
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(12))
            .register(registry);
    FunctionCounter.builder("signalbox.journal.facts", this, it -> it.facts.get())
        .description("Facts of this run in the journal, over all starts of the engine.")
        .register(registry);
    TimeGauge.builder(
            "signalbox.journal.last.append.timestamp",
            this,
            TimeUnit.MILLISECONDS,
            it -> it.last.toEpochMilli())
        .description("When the last fact was written, in seconds since 1970.")
        .register(registry);
  }

  private static Timer.Builder timer(String name, String description, Duration... bounds) {
    return Timer.builder(name).description(description).serviceLevelObjectives(bounds);
  }

  void see(Recorded recorded) {
    Instant at = recorded.at();
    switch (recorded.fact()) {
      case Fact.RunOpened opened -> open(opened.spec());
      case Fact.TableRevised revised -> open(revised.spec());
      case Fact.SessionAdded(SessionSpec spec) -> {
        needs.put(spec.id(), spec.needs());
        added.put(spec.id(), at);
      }
      case Fact.BatchDispatched(int number) -> {
        endBatch(at);
        batch = number;
        dispatched.put(number, at);
      }
      case Fact.RunClosed _ -> {
        endBatch(at);
        batch = 0;
      }
      case Fact.AttemptBegun(SessionId session, var _) -> begun.put(session, at);
      case Fact.StartConfirmed(SessionId session) -> confirmed(session, at);
      case Fact.Merged(SessionId session, var _) -> merged.put(session, at);
      case Fact _ -> {
        // Tells of no duration that is measured.
      }
    }
    facts.incrementAndGet();
    last = at;
  }

  private void open(RunSpec spec) {
    spec.sessions().forEach(session -> needs.put(session.id(), session.needs()));
    for (int i = 0; i < spec.batches().size(); i++) {
      for (SessionId session : spec.batches().get(i)) {
        batchOf.put(session, i + 1);
      }
    }
  }

  private void endBatch(Instant at) {
    Optional.ofNullable(dispatched.get(batch)).ifPresent(from -> note(batches, from, at));
  }

  private void confirmed(SessionId session, Instant at) {
    Optional.ofNullable(begun.remove(session)).ifPresent(from -> note(agentStart, from, at));
    // Taken away: only the first start of a session was ever waited for.
    List<SessionId> needed = needs.remove(session);
    Instant ready = added.getOrDefault(session, dispatched.get(batchOf.getOrDefault(session, 0)));
    if (needed != null && ready != null) {
      for (SessionId need : needed) {
        Instant done = merged.get(need);
        ready = done != null && done.isAfter(ready) ? done : ready;
      }
      note(dispatch, ready, at);
    }
  }

  private static void note(Timer timer, Instant from, Instant until) {
    Duration time = Duration.between(from, until);
    // A clock that was set back tells nothing about how long it took.
    if (!time.isNegative()) {
      timer.record(time);
    }
  }
}
