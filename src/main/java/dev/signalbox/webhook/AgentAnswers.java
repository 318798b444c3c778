package dev.signalbox.webhook;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.webhook.DeliveryQueue.Queued;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers the agent calls among the deliveries that are stored, whether their items were taken or
 * not. What is answered is remembered; after a kill in between, or a failure that may pass, the
 * same call is answered again, which the service knows as the same answer.
 */
public final class AgentAnswers implements AutoCloseable {
  private static final int AT_ONCE = 256;

  private final DeliveryQueue queue;
  private final FirstActivity first;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final Lookout lookout = new Lookout("answers", this::look);

  /** Those on their way, those that failed, and those that are answered, by number. */
  private final Map<Long, Trying> trying = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** How often it failed, and when it is tried next; never where somebody tries or has answered. */
  private record Trying(int failures, Instant notBefore) {}

  private AgentAnswers(
      DeliveryQueue queue, FirstActivity first, InstantSource clock, Consumer<String> log) {
    this.queue = queue;
    this.first = first;
    this.clock = clock;
    this.log = log;
  }

  /** Starts with what was stored before and not answered; {@link #stored} says there is more. */
  public static AgentAnswers start(
      DeliveryQueue queue, FirstActivity first, InstantSource clock, Consumer<String> log) {
    AgentAnswers answers = new AgentAnswers(queue, first, clock, log);
    answers.lookout.start();
    return answers;
  }

  /** Something new is in the queue. Returns at once. */
  public void stored() {
    lookout.wake();
  }

  private void look() {
    try {
      Instant now = clock.instant();
      for (Queued queued : queue.unanswered(AT_ONCE)) {
        Trying before = trying.getOrDefault(queued.number(), new Trying(0, Instant.MIN));
        if (!before.notBefore().isAfter(now)) {
          trying.put(queued.number(), new Trying(before.failures(), Instant.MAX));
          threads.execute(() -> answer(queued, before.failures()));
        }
      }
    } catch (RuntimeException e) {
      say("expected to look for calls, found " + e);
    }
  }

  private void answer(Queued queued, int failures) {
    try {
      AgentCall call = AgentCall.in(queued.delivery()).orElseThrow();
      switch (first.answer(call)) {
        case Outcome.Done<Nothing> _ -> settled(queued);
        case Outcome.Failed<Nothing>(Failure failure) -> failed(queued, call, failure, failures);
      }
    } catch (RuntimeException e) {
      say("expected to answer, found " + e + "; it is tried again");
      later(queued, failures);
    }
  }

  private void failed(Queued queued, AgentCall call, Failure failure, int failures) {
    Duration age = Duration.between(queued.delivery().received(), clock.instant());
    boolean isOver = !failure.kind().mayPass() || age.compareTo(Limits.AGENT_ANSWER_AGE_MAX) > 0;
    // Noted before it is said: who hears of it finds it so.
    if (isOver) {
      settled(queued);
    } else {
      later(queued, failures);
    }
    say(
        "agent session %s: %s: %s; %s"
            .formatted(
                call.session(),
                failure.kind(),
                failure.reason(),
                isOver ? "it stays unanswered" : "it is tried again"));
  }

  private void settled(Queued queued) {
    // It stays among those on their way: who looks at this moment may still see it unanswered.
    queue.answered(queued.number());
  }

  private void later(Queued queued, int failures) {
    long factor = 1L << Math.min(failures, Limits.AGENT_ANSWER_DOUBLINGS_MAX);
    Duration pause = Limits.INTAKE_PAUSE.multipliedBy(factor);
    trying.put(queued.number(), new Trying(failures + 1, clock.instant().plus(pause)));
  }

  private void say(String what) {
    if (!lookout.isClosed()) {
      log.accept("linear: " + what);
    }
  }

  /** Ends at once: an answer on its way may or may not arrive. */
  @Override
  public void close() {
    lookout.close();
    threads.shutdownNow();
    try {
      boolean _ = threads.awaitTermination(Limits.GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
