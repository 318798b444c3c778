package dev.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.journal.ClaimOutcome.Acquired;
import dev.signalbox.journal.ClaimOutcome.Held;
import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all claims do. */
public abstract class ClaimsContractTest {
  private static final ClaimKey KEY = new ClaimKey("linear", new IssueId("SHOP-101"));
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3600);
  private static final Instant TWO = ONE.plusSeconds(3600);

  private Claims claims;

  /** Claims without any. */
  protected abstract Claims create();

  /** Another view of the same claims, as another engine has it. */
  protected abstract Claims another(Claims claims);

  @BeforeEach
  void open() {
    claims = create();
  }

  @AfterEach
  void close() {
    claims.close();
  }

  @Test
  void aFreeIssueIsTheFirstOnes() {
    assertThat(claims.holder(KEY)).isEmpty();
    assertThat(claims.acquire(KEY, "run-1/S-A", NOON, ONE)).isEqualTo(new Acquired(1));
    assertThat(claims.holder(KEY)).contains(new Held("run-1/S-A", NOON, ONE));
    assertThat(claims.acquire(KEY, "run-1/S-B", NOON, TWO))
        .isEqualTo(new Held("run-1/S-A", NOON, ONE));
  }

  @Test
  void oneIssueInTwoTrackersIsTwoIssues() {
    claims.acquire(KEY, "a", NOON, ONE);
    ClaimKey elsewhere = new ClaimKey("plans/shop.md", KEY.issue());
    assertThat(claims.acquire(elsewhere, "b", NOON, ONE)).isEqualTo(new Acquired(1));
  }

  @Test
  void theHolderMayClaimAgainAfterAKill() {
    claims.acquire(KEY, "a", NOON, ONE);
    assertThat(claims.acquire(KEY, "a", NOON.plusSeconds(9), TWO)).isEqualTo(new Acquired(1));
    assertThat(claims.holder(KEY)).contains(new Held("a", NOON, TWO));
  }

  @Test
  void anEndedLeaseIsTakenOverWithAHigherNumberAndTheOldHolderIsTooLate() {
    claims.acquire(KEY, "a", NOON, ONE);
    assertThat(claims.acquire(KEY, "b", ONE.minusMillis(1), TWO)).isInstanceOf(Held.class);
    assertThat(claims.acquire(KEY, "b", ONE, TWO)).isEqualTo(new Acquired(2));
    assertThat(claims.renew(KEY, "a", 1, TWO)).isInstanceOf(ClaimRenewal.Lost.class);
    assertThat(claims.release(KEY, "a", 1)).isFalse();
    assertThat(claims.holder(KEY)).contains(new Held("b", ONE, TWO));
  }

  @Test
  void onlyTheHolderWithTheRightNumberRenewsAndReleases() {
    claims.acquire(KEY, "a", NOON, ONE);
    assertThat(claims.renew(KEY, "b", 1, TWO)).isInstanceOf(ClaimRenewal.Lost.class);
    assertThat(claims.renew(KEY, "a", 2, TWO)).isInstanceOf(ClaimRenewal.Lost.class);
    assertThat(claims.renew(KEY, "a", 1, TWO)).isEqualTo(new ClaimRenewal.Renewed());
    assertThat(claims.acquire(KEY, "b", ONE, TWO)).isEqualTo(new Held("a", NOON, TWO));
    assertThat(claims.release(KEY, "b", 1)).isFalse();
    assertThat(claims.release(KEY, "a", 0)).isFalse();
    assertThat(claims.release(KEY, "a", 1)).isTrue();
    assertThat(claims.release(KEY, "a", 1)).isFalse();
    assertThat(claims.holder(KEY)).isEmpty();
    assertThat(claims.acquire(KEY, "b", NOON, ONE)).isEqualTo(new Acquired(2));
    assertThat(claims.release(KEY, "b", 2)).isTrue();
    assertThat(claims.acquire(KEY, "b", NOON, ONE)).isEqualTo(new Acquired(3));
  }

  @Test
  void aNumberIsRaisedByItsHolderAndNeverLowered() {
    claims.acquire(KEY, "a", NOON, ONE);
    assertThat(claims.raise(KEY, "b", 1, 9)).isFalse();
    assertThat(claims.raise(KEY, "a", 2, 9)).isFalse();
    assertThat(claims.raise(KEY, "a", 1, 5)).isTrue();
    assertThat(claims.raise(KEY, "a", 5, 3)).isTrue();
    assertThat(claims.renew(KEY, "a", 1, TWO)).isInstanceOf(ClaimRenewal.Lost.class);
    assertThat(claims.release(KEY, "a", 5)).isTrue();
    assertThat(claims.acquire(KEY, "b", NOON, ONE)).isEqualTo(new Acquired(6));
  }

  @Test
  void aLeaseThatEndsBeforeItBeginsIsABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> claims.acquire(KEY, "a", ONE, ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> claims.acquire(KEY, "", NOON, ONE));
  }

  @Test
  void ofManyRacingClaimersExactlyOneWins() throws Exception {
    int claimers = 8;
    for (int round = 0; round < 20; round++) {
      ClaimKey key = new ClaimKey("linear", new IssueId("SHOP-" + round));
      Queue<ClaimOutcome> outcomes = race(claimers, key);
      assertThat(outcomes).hasSize(claimers);
      assertThat(outcomes.stream().filter(Acquired.class::isInstance)).hasSize(1);
      String winner = claims.holder(key).orElseThrow().holder();
      assertThat(outcomes.stream().filter(Held.class::isInstance))
          .allMatch(held -> ((Held) held).holder().equals(winner));
    }
  }

  private Queue<ClaimOutcome> race(int claimers, ClaimKey key) throws InterruptedException {
    Queue<ClaimOutcome> outcomes = new ConcurrentLinkedQueue<>();
    CyclicBarrier start = new CyclicBarrier(claimers);
    List<Thread> threads =
        IntStream.range(0, claimers)
            .mapToObj(n ->
                Thread.ofPlatform()
                    .start(() -> {
                      try (Claims own = another(claims)) {
                        start.await();
                        outcomes.add(own.acquire(key, "claimer-" + n, NOON, ONE));
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes;
  }
}
