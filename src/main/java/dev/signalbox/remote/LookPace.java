package dev.signalbox.remote;

import dev.signalbox.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * When something elsewhere is looked at: soon after there was news, later and later while there is
 * none, soon after a nudge, and never twice at a time. Nudges that come in a row become one look
 * after a pause, which grows as long as they go on; the last one is never lost. Safe for several
 * threads.
 */
public final class LookPace {
  /** Tests of whole programs, which take seconds, say a shorter one. */
  private static final Duration NUDGE_PAUSE =
      Duration.ofMillis(
          Long.getLong("signalbox.nudge.millis", Limits.NUDGE_PAUSE_FIRST.toMillis()));

  private final Clock clock;
  private final Pauses pauses;
  private Duration pause;
  private Duration nudgePause = NUDGE_PAUSE;
  private Instant next = Instant.MIN;
  private Instant nudgedNotBefore = Instant.MIN;
  private boolean isLooking;
  private boolean isNudged;

  /**
   * How long is waited.
   *
   * @param first after news
   * @param growth by what a pause is longer than the one before it without news
   * @param longest that a pause is
   */
  public record Pauses(Duration first, int growth, Duration longest) {
    /** Pauses that double. */
    public static Pauses doubling(Duration first, Duration longest) {
      return new Pauses(first, 2, longest);
    }

    private Duration after(Duration pause) {
      return shorter(pause.multipliedBy(growth), longest);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A pace whose first look is due. */
  public LookPace(Clock clock, Pauses pauses) {
    this.clock = clock;
    this.pauses = pauses;
    this.pause = pauses.first();
  }

  /**
   * Looks if that is due and nobody does, and returns at once.
   *
   * @param look says whether there was news
   */
  public void lookIfDue(Executor looking, BooleanSupplier look) {
    synchronized (this) {
      if (isLooking || clock.instant().isBefore(next)) {
        return;
      }
      isLooking = true;
      // What was nudged for before is seen by this look.
      nudgePause = isNudged ? longer(nudgePause) : NUDGE_PAUSE;
      isNudged = false;
    }
    try {
      looking.execute(() -> run(look));
    } catch (RejectedExecutionException _) {
      // Everything ends: nobody looks any more.
      rest(false);
    }
  }

  private static Duration longer(Duration pause) {
    return shorter(pause.multipliedBy(2), Limits.NUDGE_PAUSE_MAX);
  }

  private void run(BooleanSupplier look) {
    boolean isNews = false;
    try {
      isNews = look.getAsBoolean();
    } finally {
      rest(isNews);
    }
  }

  private synchronized void rest(boolean isNews) {
    Instant now = clock.instant();
    pause = isNews ? pauses.first() : pause;
    nudgedNotBefore = now.plus(nudgePause);
    next = isNudged ? nudgedNotBefore : now.plus(pause);
    pause = isNews ? pause : pauses.after(pause);
    isLooking = false;
  }

  /** There is something new to look at, from that time on and not before, unless of a nudge. */
  public synchronized void rest(Instant until) {
    next = until;
    nudgedNotBefore = Instant.MIN;
    nudgePause = NUDGE_PAUSE;
    pause = pauses.first();
  }

  /**
   * The first look comes only after the pause that follows news. A nudge is waited for too: what we
   * did ourselves comes back as one, and what follows it is seen with the same look.
   */
  public synchronized void restFirst() {
    Instant now = clock.instant();
    rest(now.plus(pauses.first()));
    nudgedNotBefore = now.plus(nudgePause);
  }

  /**
   * Something happened: a look is due soon, once the pause after the one before is over. One that
   * has begun may have missed it.
   */
  public synchronized void nudge() {
    isNudged = true;
    if (!isLooking && nudgedNotBefore.isBefore(next)) {
      next = nudgedNotBefore;
    }
  }
}
