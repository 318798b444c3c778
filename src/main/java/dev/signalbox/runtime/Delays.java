package dev.signalbox.runtime;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunState;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Effects that could not be carried out because a service is not asked now, or that are tried again
 * before anybody hears of it: they are no failures and wait. After a kill nothing of this is
 * needed: what has no result is asked for again. Safe for several threads.
 */
final class Delays {
  private static final ScopedValue<Effect> DOING = ScopedValue.newInstance();

  private final Clock clock;
  private final Map<Effect, Instant> waiting = new ConcurrentHashMap<>();

  Delays(Clock clock) {
    this.clock = clock;
  }

  /** Does the work of an effect. */
  static void doing(Effect effect, RunState state, Runnable work) {
    OnBehalf whom =
        session(effect, state)
            .map(key -> OnBehalf.of(key, Urgency.STEP))
            .orElseGet(() -> OnBehalf.nobody(Urgency.STEP));
    whom.run(() -> ScopedValue.where(DOING, effect).run(work));
  }

  private static Optional<SessionKey> session(Effect effect, RunState state) {
    return effect instanceof Effect.OfSession of
        ? state.spec().map(spec -> new SessionKey(spec.run(), of.session()))
        : Optional.empty();
  }

  /** Whether the effect's result is none: it is carried out again later. */
  boolean takes(Input result) {
    Optional<Instant> until = OnBehalf.current().flatMap(OnBehalf::putOffUntil);
    if (until.isEmpty() || !DOING.isBound() || !mayPass(result)) {
      return false;
    }
    // A service that asks for more is asked again all the same.
    Instant latest = clock.instant().plus(Limits.DELAY_MAX);
    waiting.put(DOING.get(), until.get().isBefore(latest) ? until.get() : latest);
    return true;
  }

  /** Has the effect carried out again then, if the run still wants it. */
  void putOff(Effect effect, Instant until) {
    waiting.put(effect, until);
  }

  /** Whether it is a failure that time may mend. */
  private static boolean mayPass(Input result) {
    return switch (result) {
      case Input.StepFailed failed -> failed.mayPass();
      case Input.IssueAnswered answered ->
          answered.failure().map(Input.StepFailed::mayPass).orElse(false);
      case Input.ReportAnswered answered -> answered.issue().isEmpty() && answered.mayPass();
      case Input.DeedAnswered(long _, long _, Deed.Result.Failed(String _, boolean mayPass)) ->
          mayPass;
      case Input.MergeComputed(long _, var _, MergeOutcome.Failed(String _, boolean mayPass)) ->
          mayPass;
      case Input.MergeLanded(long _, var _, LandOutcome.Failed(String _, boolean mayPass)) ->
          mayPass;
      case Input.AskAnswered answered -> answered.failure().isPresent() && answered.mayPass();
      case Input.ReplyAnswered answered -> answered.failure().isPresent() && answered.mayPass();
      case Input.CloseAnswered(
              long _,
              var _,
              Input.CloseAnswered.Failed(String _, boolean mayPass)) ->
          mayPass;
      case Input.RegistryAnswered answered -> answered.refusal().isPresent();
      case Input _ -> false;
    };
  }

  /** Those whose time has come, and which the run still wants. */
  List<Effect> due(RunState state) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Effect> due = new ArrayList<>();
    waiting.forEach((effect, until) -> {
      if (!now.isBefore(until) && waiting.remove(effect, until)) {
        due.add(effect);
      }
    });
    due.retainAll(Set.copyOf(Engine.outstanding(state)));
    return due;
  }

  /** Until when each waits. */
  Map<Effect, Instant> waiting() {
    return Map.copyOf(waiting);
  }
}
