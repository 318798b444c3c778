package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunState;
import dev.signalbox.limit.Limits;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the plan could not be told is told to it again, then to a person. */
class RegistryHandsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now = NOON;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final List<Input> told = new ArrayList<>();
  private final Delays delays = new Delays(clock);
  private int refusals;
  private int writes;
  private final RegistryWriter plan =
      (_, _) -> {
        writes++;
        return refusals-- > 0 ? new WriteOutcome.Refused("read-only") : new WriteOutcome.Written();
      };
  private final RegistryHands hands =
      new RegistryHands(
          plan,
          new RecordHands(new KeptFindings().workspaces(), Optional.empty()),
          clock,
          delays,
          told::add);
  private RunState state =
      Engine.decide(
              RunState.before(0), NOON, new Input.OpenRun(RunSketch.spec("table"), "ann", true))
          .state();

  private Effect.WriteRegistry due() {
    return Engine.outstanding(state).stream()
        .filter(Effect.WriteRegistry.class::isInstance)
        .map(Effect.WriteRegistry.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void later(Duration time) {
    now = now.plus(time);
    delays.due(state).forEach(each -> hands.write(state, (Effect.WriteRegistry) each));
  }

  @Test
  void theLastChangeIsWrittenAgainAlthoughNothingFollowsIt() {
    refusals = 1;
    Effect.WriteRegistry due = due();
    hands.write(state, due);
    assertThat(told).isEmpty();
    later(Limits.BACK_OFF_FIRST.minusMillis(1));
    assertThat(writes).isEqualTo(1);
    later(Duration.ofMillis(1));
    assertThat(writes).isEqualTo(2);
    assertThat(told).containsExactly(new Input.RegistryAnswered(due.cause(), Optional.empty()));
    assertThat(delays.waiting()).isEmpty();
  }

  @Test
  void whatStaysRefusedIsToldOnceWithItsReason() {
    refusals = Integer.MAX_VALUE;
    Effect.WriteRegistry due = due();
    hands.write(state, due);
    later(Limits.BACK_OFF_MAX);
    assertThat(told).isEmpty();
    later(Limits.BACK_OFF_MAX);
    assertThat(told)
        .containsExactly(new Input.RegistryAnswered(due.cause(), Optional.of("read-only")));
    assertThat(writes).isEqualTo(Limits.REGISTRY_TRIES_MAX);
    state = Engine.decide(state, now, told.getFirst()).state();
    assertThat(state.registry().refusal()).contains("read-only");
    later(Limits.BACK_OFF_MAX);
    assertThat(writes).isEqualTo(Limits.REGISTRY_TRIES_MAX);
  }

  @Test
  void aNewerChangeTakesThePlaceOfOneThatWaits() {
    refusals = 1;
    hands.write(state, due());
    state =
        Engine.decide(state, now, new Input.RegistryAnswered(due().cause(), Optional.empty()))
            .state();
    later(Limits.BACK_OFF_MAX);
    assertThat(writes).isEqualTo(1);
    assertThat(told).isEmpty();
  }
}
