package dev.signalbox.app;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.webhook.Lookout;
import java.util.function.Consumer;

/** Files alerts on a thread of its own, so that no sender of webhooks waits for a tracker. */
final class LocalAlerts implements AutoCloseable {
  private final AlertFiling filing;
  private final Consumer<String> log;
  private final Lookout lookout = new Lookout("alerts", this::look);

  private LocalAlerts(AlertFiling filing, Consumer<String> log) {
    this.filing = filing;
    this.log = log;
  }

  /** Starts with what waits already; {@link #stored} says that there is more. */
  static LocalAlerts start(AlertFiling filing, Consumer<String> log) {
    LocalAlerts made = new LocalAlerts(filing, log);
    made.lookout.start();
    return made;
  }

  /** Something new is in the queue. Returns at once. */
  void stored() {
    lookout.wake();
  }

  private void look() {
    try {
      filing.look();
    } catch (SignalboxException e) {
      filing.pause();
      say(e.getMessage() + "; " + String.join("; ", e.hints()) + "; it is tried again");
    } catch (RuntimeException e) {
      filing.pause();
      say("expected to file it, found " + e + "; it is tried again");
    }
  }

  private void say(String what) {
    if (!lookout.isClosed()) {
      log.accept("alerts: " + what);
    }
  }

  /**
   * Ends at once: an issue on its way may or may not be made, and is found after the next start.
   */
  @Override
  public void close() {
    lookout.close();
  }
}
