package dev.signalbox.app;

import dev.signalbox.approval.Gate;
import dev.signalbox.config.Notifying;
import dev.signalbox.limit.Limits;
import dev.signalbox.notify.Notice;
import dev.signalbox.notify.Notifier;
import dev.signalbox.notify.desktop.CommandNotifier;
import dev.signalbox.notify.webhook.WebhookNotifier;
import dev.signalbox.runtime.Controller;
import dev.signalbox.runtime.Snapshot;
import dev.signalbox.session.RunId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells the person of each gate once. What is open when it begins is told too: whoever starts an
 * engine again hears what still waits.
 */
final class Notices implements AutoCloseable {
  private final RunId run;
  private final Controller controller;
  private final List<Notifier> notifiers;
  private final Set<Long> told = new HashSet<>();
  private final Thread thread;
  private volatile boolean isClosed;

  private Notices(RunId run, Controller controller, List<Notifier> notifiers) {
    this.run = run;
    this.controller = controller;
    this.notifiers = List.copyOf(notifiers);
    this.thread = Thread.ofPlatform().daemon().name("notices").unstarted(this::follow);
  }

  /** Begins to tell. Closing the notices closes the notifiers. */
  static Notices start(RunId run, Controller controller, List<Notifier> notifiers) {
    Notices notices = new Notices(run, controller, notifiers);
    notices.thread.start();
    return notices;
  }

  /** The notifiers that a person configured. */
  static List<Notifier> notifiers(
      Notifying wanted, Map<String, String> environment, Consumer<String> log) {
    List<Notifier> notifiers = new ArrayList<>();
    if (!wanted.desktop().isEmpty()) {
      notifiers.add(new CommandNotifier(wanted.desktop(), environment, log));
    }
    wanted
        .webhook()
        .map(address -> new WebhookNotifier(URI.create(address), Limits.BACK_OFF_FIRST, log))
        .ifPresent(notifiers::add);
    return notifiers;
  }

  private void follow() {
    Snapshot now = controller.look();
    while (!isClosed && !notifiers.isEmpty()) {
      for (Gate gate : now.state().gates().values()) {
        if (told.add(gate.number())) {
          notifiers.forEach(notifier -> notifier.tell(Notice.of(run, gate)));
        }
      }
      if (now.state().course().isClosed()) {
        return;
      }
      try {
        now = controller.await(now.version(), Limits.TICK.toMillis());
      } catch (RuntimeException e) {
        // The engine has stopped, and says so itself.
        return;
      }
    }
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
    try {
      thread.join(Limits.NOTIFICATION_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    notifiers.forEach(Notifier::close);
  }
}
