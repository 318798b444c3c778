package dev.signalbox.remote.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Time that stands still until somebody pauses, and then is later at once. */
public final class StoodTime extends Clock {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now;

  public StoodTime(Instant now) {
    this.now = now;
  }

  /** A pace whose pauses take no time. */
  public Pace pace(long seed) {
    return new Pace(this, this::pass, new SplittableRandom(seed));
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  /** The pauses so far, oldest first. */
  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
