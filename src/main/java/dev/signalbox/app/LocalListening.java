package dev.signalbox.app;

import dev.signalbox.config.Webhooks;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.tracker.linear.LinearAgentSessions;
import dev.signalbox.webhook.AgentAnswers;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.http.DeliveryLog;
import dev.signalbox.webhook.http.WebhookListener;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Listens for webhooks, and answers those who call Signalbox as an agent in Linear, where the
 * configuration says how Linear is reached.
 */
final class LocalListening implements AutoCloseable {
  /** What is wrong where Linear's webhooks come in and nothing can be written there. */
  static final String UNANSWERED =
      "expected a key of Linear beside its webhook secret, found none, so that whoever calls"
          + " Signalbox as an agent in Linear gets no answer";

  /** What to do about it. */
  static final String UNANSWERED_ADVICE =
      "Write linear: {key: {env: LINEAR_API_KEY}} with the key of the app into"
          + " ~/.config/signalbox/config.yaml, see docs/guide/trackers.md.";

  /** In the state folder: the agent sessions in which it is told how work stands. */
  private static final String FOLLOWED = "linear-calls";

  private final WebhookListener listener;
  private final Optional<Agent> agent;

  private LocalListening(WebhookListener listener, Optional<Agent> agent) {
    this.listener = listener;
    this.agent = agent;
  }

  /** Signalbox as an agent in Linear: what answers calls, and what tells how their work stands. */
  private record Agent(AgentAnswers answers, CallThread thread) {
    void close() {
      answers.close();
      thread.close();
    }
  }

  /**
   * Where words for a person go.
   *
   * @param each hears of each request
   * @param lack hears what goes wrong
   */
  record Lines(Consumer<String> each, Consumer<String> lack) {}

  /**
   * What it works with.
   *
   * @param webhooks where to listen
   * @param secrets of the senders; not empty
   * @param queue keeps what comes, and stays open longer
   * @param state the state folder
   * @param lines hear of each request and of what goes wrong
   * @param counted makes a log that also counts
   */
  record Setup(
      LocalMachine machine,
      Webhooks webhooks,
      Map<Endpoint, Secret> secrets,
      DeliveryQueue queue,
      Path state,
      Lines lines,
      UnaryOperator<DeliveryLog> counted) {}

  /**
   * Starts to listen.
   *
   * @param runs of which answers tell
   * @param stored is told of each new delivery, and returns at once
   * @throws SignalboxException {@code WEBHOOKS_FAILED} when the address cannot be used
   */
  static LocalListening start(Setup setup, Supplier<CallFollowing.Seen> runs, Runnable stored) {
    Optional<Agent> agent = agent(setup, runs);
    Runnable told =
        () -> {
          stored.run();
          agent.map(Agent::answers).ifPresent(AgentAnswers::stored);
        };
    try {
      return new LocalListening(listen(setup, told), agent);
    } catch (SignalboxException e) {
      agent.ifPresent(Agent::close);
      throw e;
    }
  }

  private static Optional<Agent> agent(Setup setup, Supplier<CallFollowing.Seen> runs) {
    if (!setup.secrets().containsKey(Endpoint.of(Endpoint.Kind.LINEAR))) {
      return Optional.empty();
    }
    LocalMachine machine = setup.machine();
    Optional<LinearAgentSessions> linear =
        new LocalTrackers(machine, machine.configFile()).agentSessions();
    if (linear.isEmpty()) {
      setup.lines().lack().accept("linear: " + UNANSWERED + " " + UNANSWERED_ADVICE);
    }
    return linear.map(sessions -> agent(setup, runs, sessions));
  }

  private static Agent agent(
      Setup setup, Supplier<CallFollowing.Seen> runs, LinearAgentSessions linear) {
    Clock clock = setup.machine().clock();
    CallFollowing following =
        new CallFollowing(
            linear,
            new FollowedCalls(setup.state().resolve(FOLLOWED)),
            runs,
            clock,
            setup.lines().lack());
    return new Agent(
        AgentAnswers.start(
            setup.queue(), new AgentCallAnswer(linear, following), clock, setup.lines().lack()),
        CallThread.start(following, setup.lines().lack()));
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
            setup
                .counted()
                .apply(
                    new DeliveryLines(
                        setup.lines().each(), new LocalSenders(machine).reading(), stored)),
            Limits.WEBHOOK_LIMIT));
  }

  InetSocketAddress address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
    agent.ifPresent(Agent::close);
  }
}
