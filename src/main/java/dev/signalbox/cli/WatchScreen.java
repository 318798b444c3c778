package dev.signalbox.cli;

import dev.signalbox.view.ChangeText;
import dev.signalbox.view.RunView;
import dev.signalbox.view.WatchText;
import dev.signalbox.view.Watched;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The screen of {@code watch}: paints, rings, and hears the key that ends it. */
final class WatchScreen implements AutoCloseable {
  private static final String BELL = "\u0007";

  private final Terminal terminal;
  private final String options;
  private final boolean rings;
  private final WholeScreen screen;
  private final Device.Held held;
  private final CountDownLatch left = new CountDownLatch(1);
  private Watched watched = Watched.in(ZoneId.systemDefault());
  private Optional<RunView> last = Optional.empty();
  private OptionalLong goneSince = OptionalLong.empty();

  /**
   * An empty screen.
   *
   * @param options added to each command that is shown, such as {@code --state FOLDER}
   * @param rings whether it rings when something newly waits for the person
   */
  WatchScreen(Terminal terminal, String options, boolean rings) {
    this.terminal = terminal;
    this.options = options;
    this.rings = rings;
    this.screen = new WholeScreen(terminal.out(), terminal.device().isColored());
    this.held = terminal.device().hold();
    Thread.ofPlatform().daemon().name("keys").start(this::hearKeys);
  }

  private void hearKeys() {
    try {
      for (int key = terminal.in().read(); key >= 0; key = terminal.in().read()) {
        if (key == 'q' || key == 'Q') {
          left.countDown();
          return;
        }
      }
    } catch (IOException _) {
      // Then Ctrl-C is left.
    }
  }

  /** Whether the person has left. */
  boolean isLeft() {
    return left.getCount() == 0;
  }

  /** Waits, and not after the person has left. */
  void pause(Duration pause) {
    try {
      boolean _ = left.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      left.countDown();
    }
  }

  /** Shows what an engine says. */
  void show(RunView now) {
    goneSince = OptionalLong.empty();
    watched = watched.answered(now);
    look(now);
    paint(now);
  }

  /** Shows what was left, while there is no engine. */
  void showGone(RunView now) {
    long time = System.nanoTime();
    if (goneSince.isEmpty()) {
      goneSince = OptionalLong.of(time);
    }
    Duration gone = Duration.ofNanos(time - goneSince.getAsLong());
    look(now);
    watched = watched.gone(now, gone);
    paint(now);
  }

  private void look(RunView now) {
    RunView before = last.orElse(now);
    watched = watched.seen(before, now);
    if (rings && !ChangeText.newGates(before, now).isEmpty()) {
      terminal.out().print(BELL);
    }
    last = Optional.of(now);
  }

  private void paint(RunView now) {
    Device.Size size = terminal.device().size();
    int rows = Math.max(1, size.rows() - 1);
    List<String> lines = WatchText.lines(now, watched, options, size.columns(), rows);
    held.title(WatchText.title(now, watched));
    screen.paint(lines, rows);
  }

  /** Leaves what was painted last. */
  @Override
  public void close() {
    held.close();
  }
}
