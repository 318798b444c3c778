package dev.signalbox.app;

import dev.signalbox.config.Webhooks;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.view.RunView;
import dev.signalbox.webhook.AgentAnswers;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.http.WebhookListener;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Listens for webhooks, and answers those who call Signalbox as an agent in Linear, where the
 * configuration says how Linear is reached.
 */
final class LocalListening implements AutoCloseable {
  private final WebhookListener listener;
  private final Optional<AgentAnswers> answers;

  private LocalListening(WebhookListener listener, Optional<AgentAnswers> answers) {
    this.listener = listener;
    this.answers = answers;
  }

  /**
   * What it works with.
   *
   * @param webhooks where to listen
   * @param secrets of the senders; not empty
   * @param queue keeps what comes, and stays open longer
   * @param line hears of each request
   */
  record Setup(
      LocalMachine machine,
      Webhooks webhooks,
      Map<Endpoint, Secret> secrets,
      DeliveryQueue queue,
      Consumer<String> line) {}

  /**
   * Starts to listen.
   *
   * @param run the run that is open, of which answers tell
   * @param stored is told of each new delivery, and returns at once
   * @throws SignalboxException {@code WEBHOOKS_FAILED} when the address cannot be used
   */
  static LocalListening start(Setup setup, Supplier<Optional<RunView>> run, Runnable stored) {
    Optional<AgentAnswers> answers = answers(setup, run);
    Runnable told =
        () -> {
          stored.run();
          answers.ifPresent(AgentAnswers::stored);
        };
    try {
      return new LocalListening(listen(setup, told), answers);
    } catch (SignalboxException e) {
      answers.ifPresent(AgentAnswers::close);
      throw e;
    }
  }

  private static Optional<AgentAnswers> answers(Setup setup, Supplier<Optional<RunView>> run) {
    LocalMachine machine = setup.machine();
    return setup.secrets().containsKey(Endpoint.of(Endpoint.Kind.LINEAR))
        ? new LocalTrackers(machine, machine.configFile())
            .agentSessions()
            .map(linear ->
                AgentAnswers.start(
                    setup.queue(), new AgentCallAnswer(linear, run), machine.clock(), setup.line()))
        : Optional.empty();
  }

  private static WebhookListener listen(Setup setup, Runnable stored) {
    Webhooks webhooks = setup.webhooks();
    LocalMachine machine = setup.machine();
    return WebhookListener.start(
        new WebhookListener.Setup(
            new InetSocketAddress(webhooks.host(), webhooks.port()),
            setup.secrets(),
            setup.queue(),
            machine.clock(),
            new DeliveryLines(setup.line(), new LocalSenders(machine).reading(), stored),
            Limits.WEBHOOK_LIMIT));
  }

  InetSocketAddress address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
    answers.ifPresent(AgentAnswers::close);
  }
}
