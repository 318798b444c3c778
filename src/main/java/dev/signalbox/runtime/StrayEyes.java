package dev.signalbox.runtime;

import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.LookPace;
import dev.signalbox.remote.LookPace.Pauses;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Looks at the pull requests of nobody's session that the run waits for, at the common pace. */
final class StrayEyes {
  private final Optional<Strays> strays;
  private final Clock clock;
  private final Executor looking;
  private final Consumer<Input> mouth;
  private final Map<Integer, Pace> paces = new ConcurrentHashMap<>();

  private static final class Pace {
    private final LookPace looks;
    private volatile Optional<StrayLook> seen = Optional.empty();

    Pace(Clock clock) {
      looks = new LookPace(clock, Pauses.doubling(Limits.LOOK_FIRST, Limits.LOOK_MAX));
    }
  }

  StrayEyes(Optional<Strays> strays, Clock clock, Executor looking, Consumer<Input> mouth) {
    this.strays = strays;
    this.clock = clock;
    this.looking = looking;
    this.mouth = mouth;
  }

  /** Begins the looks that are due, and waits for none of them. */
  void look(RunState state) {
    strays.ifPresent(there ->
        state.feedback().values().stream()
            .filter(each -> each.stage() instanceof Feedback.Stage.Watched)
            .forEach(each -> look(there, each)));
  }

  private void look(Strays there, Feedback feedback) {
    int number = feedback.pullRequest().orElseThrow();
    Pace pace = paces.computeIfAbsent(number, _ -> new Pace(clock));
    OnBehalf whom = OnBehalf.nobody(Urgency.LOOK);
    pace.looks.lookIfDue(
        looking, () -> whom.call(() -> lookNow(there, feedback.number(), number, pace)));
  }

  private boolean lookNow(Strays there, long feedback, int number, Pace pace) {
    if (!(there.look(number) instanceof Outcome.Done<StrayLook>(StrayLook found))) {
      return false;
    }
    mouth.accept(new Input.StraySeen(feedback, found));
    Optional<StrayLook> before = pace.seen;
    pace.seen = Optional.of(found);
    return !pace.seen.equals(before);
  }

  /** Something happened around a pull request: it is looked at soon. */
  void nudge(int pullRequest) {
    Pace pace = paces.get(pullRequest);
    if (pace != null) {
      pace.looks.nudge();
    }
  }
}
