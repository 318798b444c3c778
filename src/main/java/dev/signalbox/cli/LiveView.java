package dev.signalbox.cli;

import dev.signalbox.control.Control;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Usd;
import dev.signalbox.view.ChangeText;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.StatusText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Follows a run on a terminal: the status at the bottom, repainted in place, with everything else
 * above it. Where the cursor cannot be moved, one line for each change. Safe for many threads.
 */
final class LiveView implements AutoCloseable {
  /** Times are shown in seconds. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final RunView NOTHING =
      new RunView(
          0,
          Instant.EPOCH,
          new RunView.Head(
              "",
              "",
              new RunView.Course(0, 0, 0, 0, false, false),
              new RunView.Money(0, Usd.ZERO, Optional.empty()),
              Optional.empty()),
          List.of(),
          List.of());

  private final Terminal terminal;
  private final ZoneId zone;
  private final Region region;
  private final CountDownLatch closed = new CountDownLatch(1);
  private RunView last = NOTHING;

  /**
   * A view that has shown nothing yet.
   *
   * @param zone in which times are shown
   */
  LiveView(Terminal terminal, ZoneId zone) {
    this.terminal = terminal;
    this.zone = zone;
    this.region = new Region(terminal.out());
  }

  /**
   * Shows the run until it is over or the view is closed.
   *
   * @param opened is told each gate that comes into the inbox, once, after it was shown
   * @return the run as it was seen last
   */
  RunView follow(Control control, Consumer<GateView> opened) {
    return follow(control, opened, Optional.empty());
  }

  /**
   * Shows the run until it is over, the view is closed, or it is enough.
   *
   * @param opened is told each gate that comes into the inbox, once, after it was shown
   * @param isEnough asked about once a second
   * @return the run as it was seen last
   */
  RunView follow(Control control, Consumer<GateView> opened, Optional<BooleanSupplier> isEnough) {
    boolean isTicking = terminal.isScreen() || isEnough.isPresent();
    RunView before = NOTHING;
    RunView now = control.look();
    while (true) {
      show(now);
      ChangeText.newGates(before, now).forEach(opened);
      if (now.head().course().isOver()
          || isEnough.map(BooleanSupplier::getAsBoolean).orElse(false)
          || isClosedWithin(Limits.PAINT_PAUSE)) {
        return now;
      }
      before = now;
      now = control.await(now.version(), isTicking ? TICK : Limits.NEWS_WAIT_MAX);
    }
  }

  /** The pause between two paintings; ends at once when the view is closed. */
  private boolean isClosedWithin(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Shows the run as it is now. */
  synchronized void show(RunView now) {
    if (terminal.isScreen()) {
      // One line stays free for the cursor: a region as high as the screen would scroll.
      region.paint(StatusText.lines(now, terminal.columns(), Math.max(1, terminal.rows() - 1)));
    } else {
      terminal.print(ChangeText.lines(last, now, zone));
      terminal.out().flush();
    }
    last = now;
  }

  /** Prints lines that stay, above the status. */
  synchronized void say(List<String> lines) {
    region.above(lines);
  }

  /** Leaves what was shown last on the terminal, with the cursor below it. */
  @Override
  public synchronized void close() {
    closed.countDown();
    region.leave();
  }
}
