package dev.signalbox.app;

import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.cli.Receiving;
import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.generic.GenericNormaliser;
import dev.signalbox.feedback.github.GitHubNormaliser;
import dev.signalbox.feedback.linear.LinearNormaliser;
import dev.signalbox.feedback.sentry.SentryNormaliser;
import dev.signalbox.feedback.vercel.VercelNormaliser;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.FirstActivity;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.http.WebhookListener;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Webhooks of this person on this machine. */
final class LocalReceiving implements Receiving {
  private static final String FILE = "webhook.sqlite";

  private final LocalMachine machine;
  private final LocalEngines folders;

  LocalReceiving(LocalMachine machine, LocalEngines folders) {
    this.machine = machine;
    this.folders = folders;
  }

  @Override
  public void serve(Optional<String> folder, Consumer<String> line) {
    Webhooks webhooks = ConfigFiles.webhooks(machine.configFile());
    Map<Endpoint, Secret> secrets = secrets(webhooks);
    Path state = folders.stateFolder(folder);
    StateFolder _ = StateFolder.open(state);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed)));
    try (DeliveryQueue queue =
            SqliteDeliveryQueue.open(state.resolve(FILE), SqliteDeliveryQueue.Room.FULL_SIZE);
        WebhookListener listener =
            WebhookListener.start(
                new WebhookListener.Setup(
                    new InetSocketAddress(webhooks.host(), webhooks.port()),
                    secrets,
                    queue,
                    machine.clock(),
                    new DeliveryLines(line, reading()),
                    FirstActivity.NONE,
                    Limits.WEBHOOK_LIMIT))) {
      line.accept("listening on http:/" + listener.address() + " for " + secrets.keySet());
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
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

  private Map<Endpoint, Secret> secrets(Webhooks webhooks) {
    LocalSecrets source =
        new LocalSecrets(AgentSecretSources.NONE, machine.environment(), machine.home());
    Map<Endpoint, Secret> secrets = new LinkedHashMap<>();
    webhooks
        .secrets()
        .forEach((key, where) ->
            secrets.put(
                Endpoint.find(key).orElseThrow(),
                new Secret(source.value("webhook secret of " + key, where))));
    if (secrets.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.CONFIG_INVALID,
          machine.configFile() + ": expected webhooks: with a sender's secret, found none",
          List.of("docs/guide/feedback.md tells how to connect each system"));
    }
    return secrets;
  }

  /** What reads the deliveries of each sender. */
  Reading reading() {
    return new Reading(
        Map.of(
            Endpoint.Kind.GITHUB,
            new GitHubNormaliser(Speakers.of(machine.catalogue(), BotServiceFile.shipped())),
            Endpoint.Kind.LINEAR,
            new LinearNormaliser(),
            Endpoint.Kind.SENTRY,
            new SentryNormaliser(),
            Endpoint.Kind.VERCEL,
            new VercelNormaliser(),
            Endpoint.Kind.HOOK,
            new GenericNormaliser()));
  }

  @Override
  public List<Row> rows(Optional<String> folder, int most) {
    Optional<DeliveryQueue> view =
        SqliteDeliveryQueue.view(folders.stateFolder(folder).resolve(FILE));
    if (view.isEmpty()) {
      return List.of();
    }
    try (DeliveryQueue queue = view.get()) {
      Reading reading = reading();
      List<Row> rows = new ArrayList<>();
      queue
          .waiting(most)
          .reversed()
          .forEach(queued -> waiting(queued, reading.of(queued.delivery()), rows));
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
                      "taken")));
      return rows.subList(0, Math.min(most, rows.size()));
    }
  }

  private static void waiting(DeliveryQueue.Queued queued, Normalised read, List<Row> rows) {
    if (read.items().isEmpty()) {
      rows.add(
          new Row(
              "delivery:" + queued.number(),
              queued.delivery().from().key(),
              queued.delivery().event(),
              "(nothing to act on)",
              read.reason(),
              "ignored"));
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
                    "waiting")));
  }
}
