package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.limit.Limits;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.WriteOutcome;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the registry, and the review records of sessions. A refusal has no result before it came a
 * few times in a row: the last change of a run is followed by nothing that would write it again.
 * Used by one lane.
 */
final class RegistryHands {
  private final RegistryWriter registry;
  private final RecordHands records;
  private final Clock clock;
  private final Delays delays;
  private final Consumer<Input> results;
  private long cause;
  private int refusals;

  RegistryHands(
      RegistryWriter registry,
      RecordHands records,
      Clock clock,
      Delays delays,
      Consumer<Input> results) {
    this.registry = registry;
    this.records = records;
    this.clock = clock;
    this.delays = delays;
    this.results = results;
  }

  synchronized void write(RunState state, Effect.WriteRegistry it) {
    RunSpec spec = state.spec().orElseThrow();
    Optional<String> refusal =
        Stream.concat(refusal(state, spec).stream(), records.write(state, spec.run()).stream())
            .reduce((one, other) -> one + "; " + other);
    Input answer = new Input.RegistryAnswered(it.cause(), refusal);
    if (refusal.isEmpty() || isTold(it)) {
      results.accept(answer);
    } else if (!delays.takes(answer)) {
      delays.putOff(it, clock.instant().plus(Limits.BACK_OFF_FIRST.multipliedBy(refusals)));
    }
  }

  private Optional<String> refusal(RunState state, RunSpec spec) {
    if (spec.source().file().isEmpty()) {
      return Optional.empty();
    }
    return switch (registry.write(spec.source().file(), RegistryShown.of(state, spec))) {
      case WriteOutcome.Written _, WriteOutcome.Unchanged _ -> Optional.empty();
      case WriteOutcome.Refused(String reason) -> Optional.of(reason);
    };
  }

  /** Whether this refusal is the last that is waited for. */
  private boolean isTold(Effect.WriteRegistry it) {
    refusals = it.cause() == cause ? refusals + 1 : 1;
    cause = it.cause();
    return refusals >= Limits.REGISTRY_TRIES_MAX;
  }
}
