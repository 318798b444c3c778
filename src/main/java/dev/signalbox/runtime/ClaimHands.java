package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Hold;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.session.SessionKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes, prolongs and gives back the claims of a run's sessions. */
final class ClaimHands {
  /** Of a claim that nobody has to hold. */
  private static final long NO_FENCING = 0;

  private final Claims claims;
  private final Clock clock;
  private final Consumer<Input> results;

  ClaimHands(Claims claims, Clock clock, Consumer<Input> results) {
    this.claims = claims;
    this.clock = clock;
    this.results = results;
  }

  /**
   * Issues of one tracker mean the same in every plan; without one the plan file is the tracker.
   */
  private static ClaimKey key(RunSpec spec, SessionSpec session) {
    return new ClaimKey(spec.source().tracker().orElse(spec.source().file()), session.issue());
  }

  private static String holder(RunSpec spec, Session session) {
    return new SessionKey(spec.run(), session.id()).toString();
  }

  /** A reviewer works on nobody's issue, and who resolves a conflict on another's. */
  private static boolean needsNone(Session session) {
    return !session.spec().work().purpose().needsIssue();
  }

  void acquire(RunSpec spec, Session session, Effect.AcquireClaim it) {
    if (needsNone(session)) {
      results.accept(
          new Input.ClaimAnswered(it.cause(), it.session(), Optional.of(NO_FENCING), ""));
      return;
    }
    Instant now = clock.instant();
    ClaimOutcome outcome =
        claims.acquire(
            key(spec, session.spec()), holder(spec, session), now, now.plus(Limits.CLAIM_LEASE));
    results.accept(
        switch (outcome) {
          case ClaimOutcome.Acquired(long fencing) ->
              new Input.ClaimAnswered(it.cause(), it.session(), Optional.of(fencing), "");
          case ClaimOutcome.Held held ->
              new Input.ClaimAnswered(it.cause(), it.session(), Optional.empty(), held.holder());
          case ClaimOutcome.Unknown(String reason, boolean mayPass) ->
              new Input.StepFailed(it.cause(), it.session(), reason, mayPass);
        });
  }

  void release(RunSpec spec, Session session, Effect.ReleaseClaim it) {
    if (!needsNone(session)) {
      claims.release(key(spec, session.spec()), holder(spec, session), it.fencing());
    }
    results.accept(new Input.ClaimGone(it.cause(), it.session()));
  }

  /** Prolongs the claims of all sessions that hold one, and tells how each stands. */
  void renew(RunState state) {
    state
        .spec()
        .ifPresent(spec -> state.sessions().values().forEach(session -> renew(spec, session)));
  }

  private Hold renew(RunSpec spec, Session session) {
    Optional<Long> fencing = session.known().fencing();
    if (fencing.isEmpty() || needsNone(session)) {
      return session.trace().hold();
    }
    Hold hold = hold(spec, session, fencing.get());
    results.accept(new Input.ClaimSeen(session.id(), fencing.get(), hold));
    return hold;
  }

  /** Before anything else that is to be sent: a claim that is not prolonged is lost. */
  private Hold hold(RunSpec spec, Session session, long fencing) {
    return OnBehalf.of(new SessionKey(spec.run(), session.id()), Urgency.CLAIM)
        .call(() -> prolong(spec, session, fencing));
  }

  private Hold prolong(RunSpec spec, Session session, long fencing) {
    Instant until = clock.instant().plus(Limits.CLAIM_LEASE);
    try {
      return switch (claims.renew(
          key(spec, session.spec()), holder(spec, session), fencing, until)) {
        case ClaimRenewal.Renewed _ -> new Hold.Sure();
        case ClaimRenewal.Lost(String holder) -> new Hold.Lost(holder);
        case ClaimRenewal.Doubtful(String reason) -> new Hold.Doubtful(reason);
      };
    } catch (SignalboxException e) {
      return new Hold.Doubtful(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether the session may push or merge now: what it knows of its claim may be as old as the last
   * prolongation. Where it may not, the engine is told so before the effect's own failure.
   */
  boolean demand(RunSpec spec, Session session, Effect.OfSession it) {
    Optional<String> obstacle = obstacle(spec, session);
    obstacle.ifPresent(
        reason -> results.accept(new Input.StepFailed(it.cause(), it.session(), reason, true)));
    return obstacle.isEmpty();
  }

  /**
   * Why the session may not act on its issue now; the engine is told first how its claim stands.
   */
  Optional<String> obstacle(RunSpec spec, Session session) {
    return switch (renew(spec, session)) {
      case Hold.Sure _ -> Optional.empty();
      case Hold.Doubtful(String reason) ->
          Optional.of("expected to confirm its claim first, found that " + reason);
      case Hold.Lost _, Hold.Sought _ -> Optional.of("expected its claim, found it lost");
    };
  }
}
