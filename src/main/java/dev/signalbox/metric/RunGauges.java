package dev.signalbox.metric;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState;
import dev.signalbox.plan.Usd;
import dev.signalbox.remote.Requests;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A run as it was at the last look. Every word that a label may hold is there from the first look
 * on, with 0 where nothing is counted: who asks for a change sees one.
 */
final class RunGauges {
  private static final double MICROS = 1_000_000;
  private static final double CENTS = 100;
  private static final double MILLIS = 1_000;

  private final MultiGauge sessions;
  private final MultiGauge gates;
  private final MultiGauge ages;
  private final MultiGauge cap;
  private final Map<String, Integer> byState = new TreeMap<>();
  private Optional<RunView> look = Optional.empty();

  RunGauges(MeterRegistry registry) {
    words(SessionState.class).forEach(word -> byState.put(word, 0));
    sessions = many(registry, "signalbox.sessions", "Sessions by state.", "");
    gates =
        many(registry, "signalbox.gates.open", "What waits for a person, by what it is about.", "");
    ages =
        many(
            registry,
            "signalbox.gate.oldest.age",
            "For how long the oldest open gate of that kind has waited; 0 where none is open.",
            "seconds");
    cap =
        many(
            registry,
            "signalbox.cost.cap",
            "The cost at which everything stops; absent where there is none.",
            "dollars");
    course(registry);
    cost(registry);
  }

  private void course(MeterRegistry registry) {
    one(
        registry,
        "signalbox.run.open",
        "1 while a run is open, 0 before and after.",
        "",
        run -> run.isOpened() && !run.head().course().isOver() ? 1 : 0);
    one(
        registry,
        "signalbox.run.cancelled",
        "1 once the run was cancelled.",
        "",
        run -> run.head().course().isCancelled() ? 1 : 0);
    one(
        registry,
        "signalbox.batch.current",
        "The batch at work, from 1; 0 before the first.",
        "",
        run -> run.head().course().batch());
    one(
        registry,
        "signalbox.batches",
        "Batches of the run.",
        "",
        run -> run.head().course().batches());
    one(
        registry,
        "signalbox.sessions.running",
        "Sessions that take a place.",
        "",
        run -> run.head().course().running());
    one(
        registry,
        "signalbox.sessions.running.limit",
        "Places for sessions.",
        "",
        run -> run.head().course().runningMax());
  }

  private void cost(MeterRegistry registry) {
    one(
        registry,
        "signalbox.cost",
        "What the run cost so far, by the agents' own count.",
        "dollars",
        run -> run.head().money().microUsd() / MICROS);
    one(
        registry,
        "signalbox.cost.estimate",
        "What the plan estimates for the whole run.",
        "dollars",
        run -> dollars(run.head().money().estimate()));
    count(
        registry,
        "signalbox.attempts",
        "Agent processes begun.",
        run -> run.sessions().stream().mapToLong(each -> each.effort().attempts()).sum());
    count(
        registry,
        "signalbox.service.requests",
        "Requests to trackers and forges that count against a limit of theirs.",
        run -> requests(run).counted());
    count(
        registry,
        "signalbox.service.requests.unchanged",
        "Requests to trackers and forges that were answered with: not modified.",
        run -> requests(run).unchanged());
  }

  private static Requests requests(RunView run) {
    return run.sessions().stream()
        .map(each -> each.effort().requests())
        .reduce(Requests.NONE, Requests::plus);
  }

  private static double dollars(Usd amount) {
    return amount.cents() / CENTS;
  }

  /** The words of all states, whatever a run has of them. */
  private static List<String> words(Class<?> state) {
    Class<?>[] below = state.getPermittedSubclasses();
    return below == null
        ? List.of(state.getSimpleName())
        : List.of(below).stream().flatMap(each -> words(each).stream()).distinct().toList();
  }

  private static MultiGauge many(
      MeterRegistry registry, String name, String description, String unit) {
    MultiGauge.Builder builder = MultiGauge.builder(name).description(description);
    return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
  }

  private void one(
      MeterRegistry registry,
      String name,
      String description,
      String unit,
      ToDoubleFunction<RunView> value) {
    Gauge.Builder<RunGauges> builder =
        Gauge.builder(name, this, it -> it.look.map(value::applyAsDouble).orElse(0.0))
            .description(description);
    Gauge _ = (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
  }

  private void count(
      MeterRegistry registry, String name, String description, ToDoubleFunction<RunView> value) {
    FunctionCounter _ =
        FunctionCounter.builder(name, this, it -> it.look.map(value::applyAsDouble).orElse(0.0))
            .description(description)
            .register(registry);
  }

  /** The figures are those of this look until the next. */
  void show(RunView run) {
    look = Optional.of(run);
    byState.replaceAll((_, _) -> 0);
    for (SessionView session : run.sessions()) {
      byState.merge(session.standing().word(), 1, Integer::sum);
    }
    sessions.register(
        byState.entrySet().stream()
            .map(each -> Row.of(Tags.of("state", each.getKey()), each.getValue()))
            .toList(),
        true);
    show(run.inbox(), run.at());
    cap.register(
        run.head().money().cap().stream()
            .map(amount -> Row.of(Tags.empty(), dollars(amount)))
            .toList(),
        true);
  }

  private void show(List<GateView> inbox, Instant at) {
    Map<GateKind, Integer> open = new EnumMap<>(GateKind.class);
    Map<GateKind, Duration> oldest = new EnumMap<>(GateKind.class);
    for (GateKind kind : GateKind.values()) {
      open.put(kind, 0);
      oldest.put(kind, Duration.ZERO);
    }
    for (GateView view : inbox) {
      GateKind kind = view.gate().kind();
      open.merge(kind, 1, Integer::sum);
      view.opened()
          .map(since -> Duration.between(since, at))
          .ifPresent(age -> oldest.merge(kind, age, (a, b) -> a.compareTo(b) < 0 ? b : a));
    }
    gates.register(
        open.entrySet().stream()
            .map(each -> Row.of(Tags.of("kind", each.getKey().word()), each.getValue()))
            .toList(),
        true);
    ages.register(
        oldest.entrySet().stream()
            .map(each ->
                Row.of(Tags.of("kind", each.getKey().word()), each.getValue().toMillis() / MILLIS))
            .toList(),
        true);
  }
}
