package dev.signalbox.notify.terminal;

import dev.signalbox.notify.Notice;
import dev.signalbox.notify.Notifier;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rings the terminal's bell. */
public final class BellNotifier implements Notifier {
  private static final char BELL = '\u0007';

  private final PrintWriter terminal;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A bell.
   *
   * @param terminal which has to be one: in a file the sign would stay
   */
  public BellNotifier(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void tell(Notice notice) {
    if (!closed.get()) {
      terminal.print(BELL);
      terminal.flush();
    }
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
