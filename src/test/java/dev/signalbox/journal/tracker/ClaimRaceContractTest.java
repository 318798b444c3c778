package dev.signalbox.journal.tracker;

import static dev.signalbox.journal.tracker.Engines.NOON;
import static dev.signalbox.journal.tracker.Engines.ONE;
import static dev.signalbox.journal.tracker.Engines.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimOutcome.Acquired;
import dev.signalbox.journal.ClaimOutcome.Held;
import dev.signalbox.journal.ClaimOutcome.Unknown;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.tracker.ClaimNote;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.TrackerContractTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines with a store each, on one tracker: of all who want an issue, one gets it. */
abstract class ClaimRaceContractTest {
  private TrackedWorld world;

  /** A tracker; the test is skipped, with a reason, where it cannot be had. */
  abstract TrackedWorld open();

  /** How many orders of requests are tried. */
  abstract int seeds();

  @BeforeEach
  void start() {
    world = open();
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  /** The process ends here. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<ClaimOutcome> race(
      long seed, ClaimKey key, int engines, BiFunction<String, Tracker, Claims> make)
      throws InterruptedException {
    Turns turns = new Turns(seed);
    List<Supplier<ClaimOutcome>> work = new ArrayList<>();
    for (int i = 0; i < engines; i++) {
      int worker = i;
      Tracker watched =
          WatchedTracker.of(
              world.client(),
              new WatchedTracker.Watch() {
                @Override
                public void before(String request) {
                  turns.await(worker);
                }

                @Override
                public void after(String request) {}
              });
      Claims claims = make.apply("host/e" + worker, watched);
      work.add(() -> Engines.acquire(claims, key, "run-1/S-A"));
    }
    return turns.run(work);
  }

  @Test
  void inEveryOrderOfRequestsOneWinsAndTheOthersNameIt() throws InterruptedException {
    for (long seed = 0; seed < seeds(); seed++) {
      ClaimKey key = Engines.issue(world, "race/" + seed);
      List<ClaimOutcome> outcomes = race(seed, key, 2 + (int) (seed % 3), Engines::engine);
      String as = "seed " + seed + ": " + outcomes;
      assertThat(outcomes.stream().filter(Acquired.class::isInstance)).as(as).hasSize(1);
      String winner =
          Engines.engine("host/onlooker", world.client()).holder(key).orElseThrow().holder();
      assertThat(outcomes.stream().filter(each -> !(each instanceof Acquired)))
          .as(as)
          .hasSize(outcomes.size() - 1)
          .allMatch(each -> each instanceof Held held && held.holder().equals(winner));
      assertThat(winner).startsWith("run-1/S-A on host/e");
    }
  }

  @Test
  void amongThreadsThatRunAsTheyLikeOneWinsToo() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      ClaimKey key = Engines.issue(world, "threads/" + round);
      CyclicBarrier start = new CyclicBarrier(4);
      Queue<ClaimOutcome> outcomes = new ConcurrentLinkedQueue<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Claims claims = Engines.engine("host/e" + i, world.client());
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    start.await();
                    outcomes.add(Engines.acquire(claims, key, "run-1/S-A"));
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      String winner =
          Engines.engine("host/onlooker", world.client()).holder(key).orElseThrow().holder();
      assertThat(outcomes.stream().filter(Acquired.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Held.class::isInstance))
          .hasSize(3)
          .allMatch(each -> each instanceof Held held && held.holder().equals(winner));
    }
  }

  @Test
  void whoDoesNotLookAfterwardsIsCaught() throws InterruptedException {
    boolean isCaught = false;
    for (long seed = 0; seed < 50 && !isCaught; seed++) {
      ClaimKey key = Engines.issue(world, "planted/" + seed);
      isCaught =
          race(seed, key, 2, Engines::hasty).stream().filter(Acquired.class::isInstance).count()
              > 1;
    }
    assertThat(isCaught).as("two winners in one of the orders").isTrue();
  }

  @Test
  void afterACrashBetweenAnyTwoStepsThereIsStillOneWinner() {
    int requests = requestsOfOneClaim();
    for (int at = 1; at <= requests; at++) {
      for (boolean isDone : List.of(false, true)) {
        for (boolean isRivalFirst : List.of(false, true)) {
          crash(at, isDone, isRivalFirst);
        }
      }
    }
  }

  private int requestsOfOneClaim() {
    AtomicInteger sent = new AtomicInteger();
    ClaimKey key = Engines.issue(world, "counted");
    Tracker counted = cutOff(sent, Integer.MAX_VALUE, false);
    Engines.acquire(Engines.engine("host/a", counted), key, "run-1/S-A");
    return sent.get();
  }

  private Tracker cutOff(AtomicInteger sent, int at, boolean isDone) {
    return WatchedTracker.of(
        world.client(),
        new WatchedTracker.Watch() {
          @Override
          public void before(String request) {
            if (sent.incrementAndGet() == at && !isDone) {
              throw new Crash();
            }
          }

          @Override
          public void after(String request) {
            if (sent.get() == at && isDone) {
              throw new Crash();
            }
          }
        });
  }

  private void crash(int at, boolean isDone, boolean isRivalFirst) {
    String as = "request " + at + " done " + isDone + " rival first " + isRivalFirst;
    ClaimKey key = Engines.issue(world, "crash/%d/%s/%s".formatted(at, isDone, isRivalFirst));
    Claims kept = new MemoryClaims();
    Claims first = Engines.engine("host/a", kept, cutOff(new AtomicInteger(), at, isDone), NOON);
    try {
      Engines.acquire(first, key, "run-1/S-A");
    } catch (Crash e) {
      // As planned.
    }
    Claims restarted = Engines.engine("host/a", kept, world.client(), NOON);
    Claims rival = Engines.engine("host/b", world.client());
    ClaimOutcome one =
        isRivalFirst
            ? Engines.acquire(rival, key, "run-9/S-Z")
            : Engines.acquire(restarted, key, "run-1/S-A");
    ClaimOutcome two =
        isRivalFirst
            ? Engines.acquire(restarted, key, "run-1/S-A")
            : Engines.acquire(rival, key, "run-9/S-Z");
    assertThat(List.of(one, two).stream().filter(Acquired.class::isInstance)).as(as).hasSize(1);
    assertThat(List.of(one, two).stream().filter(Held.class::isInstance)).as(as).hasSize(1);
    assertThat(notes(key)).as(as).hasSize(1);
  }

  private List<Comment> notes(ClaimKey key) {
    return TrackerContractTest.done(world.client().comments(key.issue()));
  }

  private Claims at(String engine, Claims local, Instant now) {
    return Engines.engine(engine, local, world.client(), now);
  }

  @Test
  void anEndedLeaseIsTakenOverWithAHigherNumberOnceTheMarginIsOver() {
    ClaimKey key = Engines.issue(world, "lease");
    Claims local = new MemoryClaims();
    Claims first = at("host/a", local, NOON);
    assertThat(first.acquire(key, "run-1/S-A", NOON, ONE)).isEqualTo(new Acquired(1));
    Claims second = at("host/b", new MemoryClaims(), ONE);
    Instant over = ONE.plus(Limits.CLAIM_MARGIN);
    assertThat(second.acquire(key, "run-2/S-A", over.minusMillis(1), TWO))
        .isEqualTo(new Held("run-1/S-A on host/a", NOON, ONE));
    assertThat(second.acquire(key, "run-2/S-A", over, TWO)).isEqualTo(new Acquired(2));
    assertThat(second.holder(key)).contains(new Held("run-2/S-A", over, TWO));
    assertThat(at("host/a", local, over).renew(key, "run-1/S-A", 1, TWO))
        .isInstanceOf(ClaimRenewal.Lost.class);
    assertThat(notes(key)).hasSize(1);
  }

  @Test
  void whatWasGivenBackIsFreeAtOnceAndTheNextNumberIsHigher() {
    ClaimKey key = Engines.issue(world, "back");
    Claims first = at("host/a", new MemoryClaims(), NOON);
    Claims second = at("host/b", new MemoryClaims(), NOON);
    first.acquire(key, "run-1/S-A", NOON, ONE);
    assertThat(first.release(key, "run-1/S-A", 1)).isTrue();
    assertThat(second.holder(key)).isEmpty();
    assertThat(second.acquire(key, "run-2/S-A", NOON, ONE)).isEqualTo(new Acquired(2));
    assertThat(first.acquire(key, "run-1/S-A", NOON, ONE))
        .isEqualTo(new Held("run-2/S-A on host/b", NOON, ONE));
    assertThat(second.release(key, "run-2/S-A", 2)).isTrue();
    assertThat(first.acquire(key, "run-1/S-A", NOON, ONE)).isEqualTo(new Acquired(3));
  }

  @Test
  void aLeaseGrowsWithTheWorkSoThatADayOfItCostsFewRequests() {
    ClaimKey key = Engines.issue(world, "renewed");
    AtomicInteger sent = new AtomicInteger();
    Tracker counted = cutOff(sent, Integer.MAX_VALUE, false);
    MovedClock clock = new MovedClock(NOON);
    Claims claims =
        new TrackerClaims(
            new MemoryClaims(),
            new ClaimNotes(counted, Set.of(), Limits.CLAIM_MARGIN),
            "host/a",
            clock);
    claims.acquire(key, "run-1/S-A", NOON, NOON.plus(Limits.CLAIM_LEASE));
    int before = sent.get();
    int renewals = 0;
    Instant evening = NOON.plus(Duration.ofHours(8));
    for (Instant now = NOON; now.isBefore(evening); now = now.plus(Limits.CLAIM_RENEWAL)) {
      clock.moveTo(now);
      assertThat(claims.renew(key, "run-1/S-A", 1, now.plus(Limits.CLAIM_LEASE)))
          .isEqualTo(new ClaimRenewal.Renewed());
      renewals++;
    }
    assertThat(renewals).isEqualTo(96);
    System.err.println(
        "steps that prolong a claim for eight hours at %s: %d"
            .formatted(world, sent.get() - before));
    // Who we are is known; the notes are read, and one is written.
    assertThat((sent.get() - before) / 3).as("prolongations").isBetween(3, 5);
    Claims other = at("host/b", new MemoryClaims(), evening);
    assertThat(other.acquire(key, "run-2/S-A", evening, evening.plusSeconds(9)))
        .isInstanceOf(Held.class);
  }

  @Test
  void anEngineThatDiedEarlyIsMissedAtMostTwiceAsLongAsItHadWorked() {
    ClaimKey key = Engines.issue(world, "early");
    MovedClock clock = new MovedClock(NOON);
    Claims claims = of("host/a", new MemoryClaims(), clock);
    claims.acquire(key, "run-1/S-A", NOON, NOON.plus(Limits.CLAIM_LEASE));
    Instant death = NOON.plus(Duration.ofMinutes(55));
    for (Instant now = NOON; !now.isAfter(death); now = now.plus(Limits.CLAIM_RENEWAL)) {
      clock.moveTo(now);
      claims.renew(key, "run-1/S-A", 1, now.plus(Limits.CLAIM_LEASE));
    }
    Instant free = death.plus(Duration.ofMinutes(110)).plus(Limits.CLAIM_MARGIN);
    assertThat(
            at("host/b", new MemoryClaims(), free)
                .acquire(key, "run-2/S-A", free, free.plusSeconds(9)))
        .isEqualTo(new Acquired(2));
  }

  @Test
  void aTrackerThatDoesNotAnswerLeavesItOpenAndNothingBehindHere() {
    ClaimKey key = Engines.issue(world, "silent");
    Claims local = new MemoryClaims();
    Claims claims = at("host/a", local, NOON);
    world.fail(true);
    assertThat(claims.acquire(key, "run-1/S-A", NOON, ONE))
        .isInstanceOfSatisfying(Unknown.class, found -> assertThat(found.mayPass()).isTrue());
    assertThat(local.holder(key)).isEmpty();
    world.fail(false);
    assertThat(claims.acquire(key, "run-1/S-B", NOON, ONE)).isInstanceOf(Acquired.class);
    world.fail(true);
    assertThat(claims.renew(key, "run-1/S-B", 2, TWO)).isEqualTo(new ClaimRenewal.Renewed());
    assertThat(claims.acquire(key, "run-1/S-B", NOON, TWO)).isInstanceOf(Unknown.class);
    assertThat(local.holder(key)).isPresent();
  }

  @Test
  void aNoteThatSomebodyElseWroteIsAComment() {
    ClaimKey key = Engines.issue(world, "forged");
    ClaimNote forged =
        new ClaimNote(
            7, new ClaimNote.Who("host/evil", "run-6/S-X"), NOON, new ClaimNote.End.Until(TWO));
    world.personSays(key.issue(), forged.text());
    assertThat(at("host/a", new MemoryClaims(), NOON).acquire(key, "run-1/S-A", NOON, ONE))
        .isEqualTo(new Acquired(1));
  }

  @Test
  void aPersonFreesAnIssueByRemovingTheNote() {
    ClaimKey key = Engines.issue(world, "freed");
    MovedClock clock = new MovedClock(NOON);
    Claims first = of("host/a", new MemoryClaims(), clock);
    first.acquire(key, "run-1/S-A", NOON, ONE);
    TrackerContractTest.done(world.client().uncomment(key.issue(), ClaimNote.key(1)));
    clock.moveTo(ONE.minusSeconds(1));
    assertThat(first.renew(key, "run-1/S-A", 1, TWO.plusSeconds(9)))
        .isInstanceOf(ClaimRenewal.Lost.class);
    Claims second = at("host/b", new MemoryClaims(), NOON);
    assertThat(second.acquire(key, "run-2/S-A", NOON, ONE)).isEqualTo(new Acquired(2));
  }

  @Test
  void aTrackerThatIsAwayIsNoLossWhileTheLeaseLastsAndADoubtAfterwards() {
    ClaimKey key = Engines.issue(world, "away");
    Claims local = new MemoryClaims();
    MovedClock clock = new MovedClock(NOON);
    Claims claims = of("host/a", local, clock);
    claims.acquire(key, "run-1/S-A", NOON, ONE);
    world.fail(true);
    clock.moveTo(ONE.minusMillis(1));
    assertThat(claims.renew(key, "run-1/S-A", 1, TWO)).isEqualTo(new ClaimRenewal.Renewed());
    clock.moveTo(ONE);
    assertThat(claims.renew(key, "run-1/S-A", 1, TWO)).isInstanceOf(ClaimRenewal.Doubtful.class);
    // After a restart nobody remembers until when it was.
    assertThat(of("host/a", local, new MovedClock(NOON)).renew(key, "run-1/S-A", 1, TWO))
        .isInstanceOf(ClaimRenewal.Doubtful.class);
    world.fail(false);
    assertThat(claims.renew(key, "run-1/S-A", 1, TWO)).isEqualTo(new ClaimRenewal.Renewed());
  }

  @Test
  void whoLostItsClaimIsToldWhoHasItNow() {
    ClaimKey key = Engines.issue(world, "taken");
    MovedClock clock = new MovedClock(NOON);
    Claims first = of("host/a", new MemoryClaims(), clock);
    first.acquire(key, "run-1/S-A", NOON, ONE);
    Instant over = ONE.plus(Limits.CLAIM_MARGIN);
    at("host/b", new MemoryClaims(), over).acquire(key, "run-2/S-A", over, TWO.plusSeconds(600));
    clock.moveTo(over);
    assertThat(first.renew(key, "run-1/S-A", 1, TWO))
        .isEqualTo(new ClaimRenewal.Lost("run-2/S-A on host/b"));
  }

  /**
   * An engine whose clock is wrong takes what is not free: the other notices before its lease ends.
   */
  @Test
  void whatAWrongClockTookIsNoticedWhenTheLeaseIsProlonged() {
    ClaimKey key = Engines.issue(world, "clock");
    MovedClock clock = new MovedClock(NOON);
    Claims first = of("host/a", new MemoryClaims(), clock);
    first.acquire(key, "run-1/S-A", NOON, ONE);
    Instant ahead = ONE.plus(Limits.CLAIM_MARGIN);
    // It dies before it removes the note of the one that it took for over.
    ClaimNote taken =
        new ClaimNote(
            2,
            new ClaimNote.Who("host/b", "run-2/S-A"),
            ahead,
            new ClaimNote.End.Until(TWO.plusSeconds(600)));
    TrackerContractTest.done(
        world.client().commentOnce(key.issue(), ClaimNote.key(2), taken.text()));
    clock.moveTo(ONE.minusMillis(1));
    assertThat(first.renew(key, "run-1/S-A", 1, TWO))
        .isEqualTo(new ClaimRenewal.Lost("run-2/S-A on host/b"));
  }

  private Claims of(String engine, Claims local, MovedClock clock) {
    ClaimNotes notes = new ClaimNotes(world.client(), Set.of(), Limits.CLAIM_MARGIN);
    return new TrackerClaims(local, notes, engine, clock);
  }
}
