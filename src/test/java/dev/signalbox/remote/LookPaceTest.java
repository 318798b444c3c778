package dev.signalbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.LookPace.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookPaceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now = NOON;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final LookPace pace =
      new LookPace(clock, Pauses.doubling(Duration.ofSeconds(30), Duration.ofMinutes(5)));
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

  @Test
  void whatComesBackOfOurOwnDoingIsSeenWithWhatFollowsIt() {
    pace.restFirst();
    pace.nudge();
    assertThat(after(Limits.NUDGE_PAUSE_FIRST.toSeconds() - 1)).isZero();
    pace.nudge();
    assertThat(after(1)).isEqualTo(1);
    assertThat(after(1)).isEqualTo(1);
  }

  @Test
  void fiftyNudgesWithinAMinuteAreAFewLooksAndTheLastIsSeen() {
    assertThat(after(0)).isEqualTo(1);
    List<Instant> seen = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      if (second < 50) {
        pace.nudge();
      }
      if (after(1) > seen.size() + 1) {
        seen.add(now);
      }
    }
    Instant last = NOON.plusSeconds(49);
    for (int second = 0; second < 60 && seen.getLast().isBefore(last); second++) {
      if (after(1) > seen.size() + 1) {
        seen.add(now);
      }
    }
    assertThat(seen).hasSizeBetween(2, 4);
    assertThat(seen.getLast()).as("a look after the last nudge").isAfter(last);
  }

  @Test
  void whatIsNudgedForDuringALookIsLookedAtAgain() {
    pace.lookIfDue(
        Runnable::run,
        () -> {
          pace.nudge();
          return false;
        });
    assertThat(after(Limits.NUDGE_PAUSE_FIRST.toSeconds() - 1)).isZero();
    assertThat(after(1)).isEqualTo(1);
  }

  @Test
  void afterALongRestANudgeIsHonouredAtOnce() {
    assertThat(after(0)).isEqualTo(1);
    assertThat(after(20)).isEqualTo(1);
    pace.nudge();
    assertThat(after(0)).isEqualTo(2);
  }
}
