package dev.signalbox.cli;

import dev.signalbox.control.Control;
import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a run on a screen, over all its engines: while there is none, at what it left, until
 * another one begins.
 */
final class Watching {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Reading the journal takes time where a run is large. */
  private static final int LOOKS_PER_READING = 15;

  private final Engines engines;
  private final Records records;
  private final Optional<String> folder;
  private final WatchScreen screen;
  private Optional<Control> control = Optional.empty();
  private int looksInVain;

  /**
   * Looks at the run of a state folder.
   *
   * @param folder empty: the one of the repository around the current folder
   */
  Watching(Engines engines, Records records, Optional<String> folder, WatchScreen screen) {
    this.engines = engines;
    this.records = records;
    this.folder = folder;
    this.screen = screen;
  }

  /**
   * Shows the run until it is over, or the person leaves.
   *
   * @param first the run as it is before
   * @return the run as it was seen last
   */
  RunView follow(RunView first) {
    RunView now = first;
    screen.show(now);
    while (!now.head().course().isOver() && !screen.isLeft()) {
      try {
        now = news(now);
        screen.show(now);
      } catch (SignalboxException e) {
        if (e.code() != ErrorCode.ENGINE_MISSING && e.code() != ErrorCode.ENGINE_REFUSED) {
          throw e;
        }
        control = Optional.empty();
        // The engine may have ended because the run did.
        if (looksInVain++ % LOOKS_PER_READING == 0) {
          now = records.lastKnown(folder).orElse(now);
        }
        screen.showGone(now);
        screen.pause(TICK);
      }
    }
    return now;
  }

  private RunView news(RunView last) {
    if (control.isEmpty()) {
      Control found = engines.connect(folder);
      RunView now = found.look();
      control = Optional.of(found);
      looksInVain = 0;
      return now;
    }
    RunView now = control.orElseThrow().await(last.version(), TICK);
    screen.pause(Limits.PAINT_PAUSE);
    return now;
  }
}
