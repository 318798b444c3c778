package dev.signalbox.app;

import dev.signalbox.cli.Receiving;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.view.RunView;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Webhooks of this person on this machine. */
final class LocalReceiving implements Receiving {
  /** The queue of deliveries, in the state folder. */
  static final String FILE = "webhook.sqlite";

  private static final String UNFILED =
      "expected a tracker to file them in, found none; write tracker: linear or tracker: github"
          + " into ~/.config/signalbox/config.yaml, see docs/guide/trackers.md";

  private final LocalMachine machine;
  private final LocalEngines folders;
  private final LocalSenders senders;

  LocalReceiving(LocalMachine machine, LocalEngines folders) {
    this.machine = machine;
    this.folders = folders;
    this.senders = new LocalSenders(machine);
  }

  @Override
  public void serve(Optional<String> named, Consumer<String> line) {
    Webhooks webhooks = ConfigFiles.webhooks(machine.configFile());
    Map<Endpoint, Secret> secrets = senders.demanded(webhooks);
    Path state = folders.stateFolder(named);
    StateFolder folder = StateFolder.open(state);
    LocalFigures figures = new LocalFigures(folder.journal(), machine.clock());
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed)));
    try (DeliveryQueue queue =
            SqliteDeliveryQueue.open(state.resolve(FILE), SqliteDeliveryQueue.Room.FULL_SIZE);
        Alerts alerts = alerts(queue, webhooks, state, line);
        LocalListening listener =
            LocalListening.start(
                new LocalListening.Setup(
                    machine,
                    webhooks,
                    secrets,
                    queue,
                    state,
                    new LocalListening.Lines(line, line),
                    figures::over),
                () -> seen(state),
                alerts::stored);
        RecordedPage _ =
            RecordedPage.start(new RecordedPage.Setup(folder, machine, figures, line))) {
      figures.receives(queue::load);
      line.accept("listening on http:/" + listener.address() + " for " + secrets.keySet());
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }

  /** What files alerts, where the configuration says where to. */
  private record Alerts(Optional<LocalAlerts> filing) implements AutoCloseable {
    void stored() {
      filing.ifPresent(LocalAlerts::stored);
    }

    @Override
    public void close() {
      filing.ifPresent(LocalAlerts::close);
    }
  }

  private Alerts alerts(DeliveryQueue queue, Webhooks webhooks, Path state, Consumer<String> line) {
    Optional<Tracker> tracker = tracker(webhooks, line);
    return new Alerts(
        tracker.map(it ->
            LocalAlerts.start(
                new AlertFiling(
                    new AlertFiling.Setup(
                        queue,
                        senders.reading(),
                        new FiledAlerts(state),
                        it,
                        webhooks.author().isPresent(),
                        () -> open(state).isPresent(),
                        line)),
                line)));
  }

  /** That of the repository around the current folder; what is missing is said. */
  private Optional<Tracker> tracker(Webhooks webhooks, Consumer<String> line) {
    Consumer<String> lack =
        webhooks.secrets().containsKey("sentry")
            ? it -> line.accept("alerts: " + it + "; until then they wait for the next run")
            : _ -> {};
    try {
      Optional<Tracker> tracker =
          new LocalTrackers(machine, machine.configFile())
              .configured(
                  GitRepository.containing(Path.of("").toAbsolutePath()).map(Repository::root));
      if (tracker.isEmpty()) {
        lack.accept(UNFILED);
      }
      return tracker;
    } catch (SignalboxException e) {
      lack.accept(e.getMessage() + "; " + String.join("; ", e.hints()));
      return Optional.empty();
    }
  }

  private CallFollowing.Seen seen(Path state) {
    Optional<RunView> open = open(state);
    return open.isPresent()
        ? new CallFollowing.Seen(open, true)
        : new CallFollowing.Seen(
            new LocalRecords(machine.environment(), machine.home(), machine.clock())
                .lastKnown(Optional.of(state.toString())),
            false);
  }

  /** The run of the folder's engine; empty where none runs. */
  private static Optional<RunView> open(Path state) {
    try {
      return Optional.of(HttpControl.find(state).look());
    } catch (SignalboxException _) {
      return Optional.empty();
    }
  }

  /** The process is told to end: everything is closed before it does. */
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
