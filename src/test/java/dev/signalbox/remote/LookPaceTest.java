package dev.signalbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LookPaceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now = NOON;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final LookPace pace = new LookPace(clock, Duration.ofSeconds(30), Duration.ofMinutes(5));
  private int looks;

  private int after(long seconds) {
    now = now.plusSeconds(seconds);
    pace.lookIfDue(
        Runnable::run,
        () -> {
          looks++;
          return false;
        });
    return looks;
  }

  @Test
  void looksLaterAndLaterWhileThereIsNoNews() {
    assertThat(after(0)).isEqualTo(1);
    assertThat(after(29)).isEqualTo(1);
    assertThat(after(1)).isEqualTo(2);
    assertThat(after(59)).isEqualTo(2);
    assertThat(after(1)).isEqualTo(3);
  }

  @Test
  void somethingNewIsLookedAtWhenThereCanBeSomethingToSee() {
    assertThat(after(0)).isEqualTo(1);
    pace.rest(NOON.plusSeconds(90));
    assertThat(after(89)).isEqualTo(1);
    assertThat(after(1)).isEqualTo(2);
    assertThat(after(30)).isEqualTo(3);
  }

  @Test
  void aNudgeEndsTheRest() {
    pace.rest(NOON.plusSeconds(90));
    assertThat(after(1)).isZero();
    pace.nudge();
    assertThat(after(0)).isEqualTo(1);
  }
}
