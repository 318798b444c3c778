package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Hold;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the engine is told of claims, and what may not be done without one. */
class ClaimHandsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final MemoryClaims claims = new MemoryClaims();
  private final List<Input> told = new ArrayList<>();
  private final ClaimHands hands =
      new ClaimHands(claims, Clock.fixed(NOON, ZoneOffset.UTC), told::add);
  private final RunSpec spec = SimulatedPlan.random(new Random(1));
  private final SessionId id = spec.sessions().getFirst().id();
  private RunState state =
      Engine.decide(RunState.before(0), NOON, new Input.OpenRun(spec, "ann", true)).state();

  private Session session() {
    return state.find(id).orElseThrow();
  }

  private ClaimKey key() {
    return new ClaimKey(
        spec.source().tracker().orElse(spec.source().file()), session().spec().issue());
  }

  private void acquires() {
    state.gates().values().forEach(this::approves);
    hands.acquire(spec, session(), new Effect.AcquireClaim(session().awaited().orElseThrow(), id));
    state = Engine.decide(state, NOON, told.removeLast()).state();
    assertThat(session().known().fencing()).isPresent();
  }

  private void approves(Gate gate) {
    state =
        Engine.decide(
                state,
                NOON,
                new Input.Decide(gate.number(), gate.hash(), new GateDecision.Approved(), "ann"))
            .state();
  }

  /** As after a long stop: the lease ended, and another engine on this machine took the issue. */
  private void stolen() {
    Instant later = NOON.plus(Duration.ofHours(2));
    assertThat(claims.acquire(key(), "run-2/S-X", later, later.plusSeconds(60)))
        .isInstanceOf(ClaimOutcome.Acquired.class);
  }

  @Test
  void aProlongedClaimIsToldToBeSure() {
    acquires();
    hands.renew(state);
    assertThat(told).containsExactly(new Input.ClaimSeen(id, 1, new Hold.Sure()));
  }

  @Test
  void aLostClaimIsToldWithWhoHasTheIssue() {
    acquires();
    stolen();
    hands.renew(state);
    assertThat(told).containsExactly(new Input.ClaimSeen(id, 1, new Hold.Lost("run-2/S-X")));
  }

  @Test
  void nothingIsMergedOrPushedWithoutTheClaimAndTheEngineIsToldWhyFirst() {
    acquires();
    Effect.LandMerge landing = new Effect.LandMerge(99, id, "b0", "m1");
    assertThat(hands.demand(spec, session(), landing)).isTrue();
    told.clear();
    stolen();
    assertThat(hands.demand(spec, session(), landing)).isFalse();
    assertThat(told)
        .containsExactly(
            new Input.ClaimSeen(id, 1, new Hold.Lost("run-2/S-X")),
            new Input.StepFailed(99, id, "expected its claim, found it lost", true));
  }
}
