package dev.signalbox.app;

import dev.signalbox.cli.Receiving;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.session.RunId;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.view.FeedbackOutcome;
import dev.signalbox.view.RunView;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
  public void serve(Optional<String> folder, Consumer<String> line) {
    Webhooks webhooks = ConfigFiles.webhooks(machine.configFile());
    Map<Endpoint, Secret> secrets = senders.demanded(webhooks);
    Path state = folders.stateFolder(folder);
    StateFolder _ = StateFolder.open(state);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed)));
    try (DeliveryQueue queue =
            SqliteDeliveryQueue.open(state.resolve(FILE), SqliteDeliveryQueue.Room.FULL_SIZE);
        Alerts alerts = alerts(queue, webhooks, state, line);
        LocalListening listener =
            LocalListening.start(
                new LocalListening.Setup(
                    machine, webhooks, secrets, queue, state, line, UnaryOperator.identity()),
                () -> seen(state),
                alerts::stored)) {
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

  @Override
  public List<Row> rows(Optional<String> folder, int most) {
    Optional<DeliveryQueue> view =
        SqliteDeliveryQueue.view(folders.stateFolder(folder).resolve(FILE));
    if (view.isEmpty()) {
      return List.of();
    }
    Map<String, String> outcomes = outcomes(folders.stateFolder(folder));
    FiledAlerts filed = new FiledAlerts(folders.stateFolder(folder));
    try (DeliveryQueue queue = view.get()) {
      Reading reading = senders.reading();
      List<Row> rows = new ArrayList<>();
      queue
          .waiting(most)
          .reversed()
          .forEach(queued -> waiting(queued, reading.of(queued.delivery()), filed, rows));
      queue
          .items(most)
          .forEach(item ->
              rows.add(
                  new Row(
                      item.id(),
                      item.source(),
                      item.kind().name(),
                      item.title(),
                      item.destination(),
                      "taken",
                      Optional.ofNullable(outcomes.get(item.id())))));
      return rows.subList(0, Math.min(most, rows.size()));
    }
  }

  /** By the item's id: how far the last run that had it is with it. */
  private static Map<String, String> outcomes(Path state) {
    Map<String, String> outcomes = new HashMap<>();
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isPresent()) {
      try (JournalView journal = view.get()) {
        RunHistory history = new RunHistory(journal);
        for (RunId run : journal.runs()) {
          history
              .state(run)
              .feedback()
              .values()
              .forEach(each -> outcomes.put(each.item().id(), FeedbackOutcome.of(each)));
        }
      }
    }
    return outcomes;
  }

  private static void waiting(
      DeliveryQueue.Queued queued, Normalised read, FiledAlerts filed, List<Row> rows) {
    if (read.items().isEmpty()) {
      rows.add(
          new Row(
              "delivery:" + queued.number(),
              queued.delivery().from().key(),
              queued.delivery().event(),
              "(nothing to act on)",
              read.reason(),
              "ignored",
              Optional.empty()));
    }
    read.items()
        .forEach(item ->
            rows.add(
                new Row(
                    item.id(),
                    item.speaker().source() + " " + item.speaker().login(),
                    item.kind().name(),
                    item.content().title(),
                    FeedbackRouter.row(item),
                    "waiting",
                    filed.of(item.id()).map(issue -> "filed as " + issue))));
  }
}
