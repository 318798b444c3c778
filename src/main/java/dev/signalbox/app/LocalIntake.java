package dev.signalbox.app;

import dev.signalbox.approval.Answer;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.control.LocalControl;
import dev.signalbox.engine.Concerns;
import dev.signalbox.engine.Input;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.log.EngineLog;
import dev.signalbox.log.LogLevel;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Intake;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What other systems send while a run goes on: kept in the queue by this process or by {@code
 * serve}, and handed to the run in its order. What comes after the run is over waits for the next.
 */
final class LocalIntake implements AutoCloseable {
  private final DeliveryQueue queue;
  private final Intake intake;
  private final Optional<LocalListening> listener;

  private LocalIntake(DeliveryQueue queue, Intake intake, Optional<LocalListening> listener) {
    this.queue = queue;
    this.intake = intake;
    this.listener = listener;
  }

  /**
   * Starts taking in, and listening, where the configuration names a sender's secret; empty where
   * it names none and nothing was kept before.
   *
   * @param rules of the run
   * @param log hears what came in and what could not be taken in
   * @param figures count what comes in
   */
  static Optional<LocalIntake> start(
      LocalMachine machine,
      Path state,
      EngineLoop loop,
      RoutingRules rules,
      EngineLog log,
      LocalFigures figures) {
    Webhooks webhooks = ConfigFiles.webhooks(machine.configFile());
    LocalSenders senders = new LocalSenders(machine);
    Map<Endpoint, Secret> secrets = senders.secrets(webhooks);
    Path file = state.resolve(LocalReceiving.FILE);
    if (secrets.isEmpty() && !Files.exists(file)) {
      return Optional.empty();
    }
    DeliveryQueue queue = SqliteDeliveryQueue.open(file, SqliteDeliveryQueue.Room.FULL_SIZE);
    figures.receives(queue::load);
    LocalListening.Lines lines =
        new LocalListening.Lines(
            log.lines(LogLevel.INFO, "webhook"), log.lines(LogLevel.WARN, "webhook-failed"));
    Intake intake =
        Intake.start(queue, senders.reading(), item -> take(loop, item, rules), lines.lack());
    Optional<LocalListening> listener =
        secrets.isEmpty()
            ? Optional.empty()
            : listen(
                new LocalListening.Setup(
                    machine, webhooks, secrets, queue, state, lines, figures::over),
                loop,
                intake);
    return Optional.of(new LocalIntake(queue, intake, listener));
  }

  /** Where another process listens already, such as {@code serve}, its queue is enough. */
  private static Optional<LocalListening> listen(
      LocalListening.Setup setup, EngineLoop loop, Intake intake) {
    try {
      LocalControl control = new LocalControl(loop);
      return Optional.of(
          LocalListening.start(
              setup,
              () -> new CallFollowing.Seen(Optional.of(control.look()), true),
              intake::stored));
    } catch (SignalboxException e) {
      setup
          .lines()
          .lack()
          .accept("webhooks: " + e.getMessage() + "; what signalbox serve keeps is taken in");
      return Optional.empty();
    }
  }

  private static Destination take(EngineLoop loop, FeedbackItem item, RoutingRules rules) {
    Destination destination = FeedbackRouter.route(item, Concerns.of(loop.look().state()), rules);
    Answer answer = loop.submit(new Input.FeedbackCame(item, rules));
    if (answer instanceof Answer.Refused(String reason)) {
      throw new IllegalStateException("expected a run that takes it in, found: " + reason);
    }
    switch (destination) {
      case Destination.Progress(var session) -> loop.nudge(session);
      // It may be of an agent elsewhere that is waited for.
      case Destination.Review _ -> loop.look().state().sessions().keySet().forEach(loop::nudge);
      case Destination.ToSession _,
          Destination.DesignLoop _,
          Destination.Report _,
          Destination.QuickFix _,
          Destination.Triage _,
          Destination.Ignored _ -> {
        // Nothing has to be looked at.
      }
    }
    return destination;
  }

  @Override
  public void close() {
    listener.ifPresent(LocalListening::close);
    intake.close();
    queue.close();
  }
}
