package dev.signalbox.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * When something elsewhere is looked at: soon after there was news, later and later while there is
 * none, at once after a nudge, and never twice at a time. Safe for several threads.
 */
public final class LookPace {
  private final Clock clock;
  private final Duration first;
  private final Duration longest;
  private Duration pause;
  private Instant next = Instant.MIN;
  private boolean isLooking;
  private boolean isNudged;

  /**
   * A pace whose first look is due.
   *
   * @param first the pause after news
   * @param longest the longest pause
   */
  public LookPace(Clock clock, Duration first, Duration longest) {
    this.clock = clock;
    this.first = first;
    this.longest = longest;
    this.pause = first;
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
    }
    try {
      looking.execute(() -> run(look));
    } catch (RejectedExecutionException _) {
      // Everything ends: nobody looks any more.
      rest(false);
    }
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
    Duration now = isNews ? first : pause;
    Duration doubled = pause.multipliedBy(2);
    next = isNudged ? Instant.MIN : clock.instant().plus(now);
    isNudged = false;
    pause = isNews ? now : doubled.compareTo(longest) < 0 ? doubled : longest;
    isLooking = false;
  }

  /** There is something new to look at, from that time on and not before, unless of a nudge. */
  public synchronized void rest(Instant until) {
    next = until;
    pause = first;
  }

  /** Something happened: the next look is due. One that has begun may have missed it. */
  public synchronized void nudge() {
    next = Instant.MIN;
    isNudged = isLooking;
  }
}
