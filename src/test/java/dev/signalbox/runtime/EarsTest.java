package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EarsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int SESSIONS = 3 * Limits.LOOKS_PER_ROUND_MAX;

  private int looks;

  private final AgentRunner ended =
      new AgentRunner() {
        @Override
        public StartOutcome start(LaunchOrder order) {
          throw new AssertionError("nothing is started here");
        }

        @Override
        public void send(AttemptKey attempt, long sequence, AgentMessage message) {}

        @Override
        public Transcript open(AttemptKey attempt, long offset) {
          return new Transcript() {
            @Override
            public Part read() {
              return new Part(List.of(), Pulse.NONE, 0, true);
            }

            @Override
            public void close() {}
          };
        }

        @Override
        public Pulse pulse(AttemptKey attempt) {
          return Pulse.NONE;
        }

        @Override
        public Liveness look(AttemptKey attempt) {
          looks++;
          return new Liveness.Over(new AgentExit.Ended(0, ""));
        }

        @Override
        public void stop(AttemptKey attempt, StopManner manner) {}
      };

  private static RunState working() {
    RunSpec sketch = RunSketch.spec("the table");
    SessionSpec first = sketch.sessions().getFirst();
    List<SessionSpec> specs = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      specs.add(
          new SessionSpec(
              new SessionId(SessionName.of(i)),
              new PhaseId("P" + i),
              new IssueId("SHOP-" + i),
              first.work(),
              first.handling(),
              first.order(),
              first.prompt()));
    }
    Bounds bounds =
        new Bounds(
            SESSIONS,
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Duration.ofDays(1),
            Duration.ofDays(1));
    RunSpec spec =
        new RunSpec(
            sketch.run(),
            sketch.source(),
            sketch.target(),
            bounds,
            sketch.table(),
            new RunSpec.Lineup(
                specs,
                List.of(specs.stream().map(SessionSpec::id).toList()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
    RunState state =
        Engine.decide(RunState.before(0), NOW, new Input.OpenRun(spec, "anna", true)).state();
    for (SessionSpec session : specs) {
      SessionId id = session.id();
      state = after(state, new Input.ClaimAnswered(cause(state, id), id, Optional.of(7L), ""));
      state = after(state, new Input.WorkspaceMade(cause(state, id), id, "b".repeat(40)));
      state = after(state, new Input.AgentStarted(cause(state, id), id));
    }
    return state;
  }

  private static RunState after(RunState state, Input input) {
    return Engine.decide(state, NOW, input).state();
  }

  private static long cause(RunState state, SessionId id) {
    return state.find(id).orElseThrow().awaited().orElseThrow();
  }

  @Test
  void manyProcessesAreLookedAtInTurnsAndNoneIsForgotten() {
    TreeSet<SessionId> exited = new TreeSet<>();
    RunState state = working();
    try (Ears ears =
        new Ears(
            ended,
            Clock.systemUTC(),
            Map.of(),
            (inputs, _) -> inputs.forEach(input -> exited.add(((Input.Exited) input).session())),
            new Times((_, _, _) -> {}, List.of()))) {
      for (int round = 1; round <= 4; round++) {
        int before = looks;
        ears.listen(state);
        assertThat(looks - before).isLessThanOrEqualTo(Limits.LOOKS_PER_ROUND_MAX);
      }
    }
    assertThat(exited).hasSize(SESSIONS);
    assertThat(looks).isEqualTo(SESSIONS);
  }
}
