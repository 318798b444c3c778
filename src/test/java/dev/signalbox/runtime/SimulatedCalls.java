package dev.signalbox.runtime;

import dev.signalbox.engine.Input;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

/** What agents tell with their tools now and then, and again where no answer came. */
final class SimulatedCalls {
  private final Random random;
  private Optional<Input> last = Optional.empty();

  SimulatedCalls(Random random) {
    this.random = random;
  }

  /** A call of a process that lives, or of one that just ended. */
  Optional<Input> next(
      Map<SessionId, ? extends SortedMap<Integer, SimulatedAgent>> agents, boolean isCalm) {
    if (random.nextInt(isCalm ? 60 : 6) != 0) {
      return Optional.empty();
    }
    if (last.isPresent() && random.nextInt(4) == 0) {
      return last;
    }
    List<SessionId> ids = new ArrayList<>(agents.keySet());
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    SessionId id = ids.get(random.nextInt(ids.size()));
    int latest = Objects.requireNonNull(agents.get(id)).lastKey();
    last = Optional.of(new Input.Called(id, Math.max(1, latest), call(id)));
    return last;
  }

  private AgentCall call(SessionId id) {
    String mark = SimulatedCrossTalk.mark(id);
    return switch (random.nextInt(8)) {
      case 0 -> new AgentCall.Started("");
      case 1, 2 -> new AgentCall.Progress("done " + random.nextInt(10) + mark);
      case 3, 4 -> new AgentCall.Ask("Which " + random.nextInt(3) + mark, List.of("a", "b"));
      case 5 -> new AgentCall.Checkpoint("Look at " + random.nextInt(3) + mark);
      case 6 -> new AgentCall.HandIn("# Done " + random.nextInt(3) + mark);
      default ->
          random.nextInt(4) == 0
              ? new AgentCall.Conflict("odd " + mark)
              : new AgentCall.Started("");
    };
  }
}
