package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Input;
import dev.signalbox.remote.http.StoodTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /readyz} goes by: whether the loop goes round. */
@Timeout(30)
class EngineBeatTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Input OPENING =
      new Input.OpenRun(RunSketch.spec("the table"), "anna", false);

  @TempDir private Path folder = Path.of("");
  private final StoodTime clock = new StoodTime(Instant.parse("2026-11-28T10:00:00Z"));

  private EngineLoop loop(FactStore store) throws IOException {
    return EngineLoop.start(
        new EngineLoop.Past(List.of(), 0, Map.of()), store, EmptyPorts.in(folder), clock);
  }

  /** Waits until the writer's last turn is at that moment. */
  private static void awaitTurn(EngineLoop loop, Instant at) {
    while (!loop.beat().lastTurn().equals(at)) {
      Snapshot _ = loop.await(loop.look().version(), 50);
    }
  }

  @Test
  void anIdleLoopTakesATurnWithEveryTick() throws IOException {
    try (EngineLoop loop = loop((_, _, _) -> {})) {
      for (int hour = 1; hour <= 3; hour++) {
        clock.pass(HOUR);
        awaitTurn(loop, clock.instant());
        assertThat(loop.beat().isStopped()).isFalse();
        assertThat(loop.fault()).isEmpty();
      }
    }
  }

  @Test
  void aWriterThatHangsTakesNoTurnHoweverTheTimePasses() throws Exception {
    CountDownLatch writes = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    FactStore slow =
        (_, _, _) -> {
          writes.countDown();
          await(goesOn);
        };
    try (EngineLoop loop = loop(slow)) {
      awaitTurn(loop, clock.instant());
      Thread asking = Thread.ofVirtual().start(() -> loop.submit(OPENING));
      writes.await();
      Instant before = loop.beat().lastTurn();
      clock.pass(HOUR);
      Instant now = clock.instant();
      // Ticks wait in the queue by now, or will: none of them is a turn.
      Snapshot _ = loop.await(loop.look().version(), 50);
      assertThat(loop.beat().lastTurn()).isEqualTo(before).isBefore(now);
      assertThat(loop.beat().isStopped()).isFalse();
      goesOn.countDown();
      asking.join();
      awaitTurn(loop, now);
    } finally {
      goesOn.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aLoopWhoseJournalFailsHasStoppedAndSaysWhy() throws IOException {
    FactStore broken =
        (_, _, _) -> {
          throw new IllegalStateException("no space left");
        };
    try (EngineLoop loop = loop(broken)) {
      awaitTurn(loop, clock.instant());
      assertThatThrownBy(() -> loop.submit(OPENING)).hasMessage("no space left");
      assertThat(loop.beat().isStopped()).isTrue();
      assertThat(loop.fault())
          .hasValueSatisfying(fault -> assertThat(fault).hasMessage("no space left"));
    }
  }

  @Test
  void aClosedLoopHasStopped() throws IOException {
    EngineLoop loop = loop((_, _, _) -> {});
    assertThat(loop.beat().isStopped()).isFalse();
    loop.close();
    assertThat(loop.beat().isStopped()).isTrue();
    assertThat(loop.fault()).isEmpty();
  }
}
