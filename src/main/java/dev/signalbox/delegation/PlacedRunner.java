package dev.signalbox.delegation;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionKey;
import java.util.function.Predicate;

/** Each session's agent where it runs. */
public final class PlacedRunner implements AgentRunner {
  private final AgentRunner here;
  private final AgentRunner elsewhere;
  private final Predicate<SessionKey> isElsewhere;

  /** A runner of both kinds. */
  public PlacedRunner(AgentRunner here, AgentRunner elsewhere, Predicate<SessionKey> isElsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
    this.isElsewhere = isElsewhere;
  }

  private AgentRunner of(AttemptKey attempt) {
    return isElsewhere.test(attempt.session()) ? elsewhere : here;
  }

  @Override
  public StartOutcome start(LaunchOrder order) {
    return of(order.attempt()).start(order);
  }

  @Override
  public void send(AttemptKey attempt, long sequence, AgentMessage message) {
    of(attempt).send(attempt, sequence, message);
  }

  @Override
  public Transcript open(AttemptKey attempt, long offset) {
    return of(attempt).open(attempt, offset);
  }

  @Override
  public Pulse pulse(AttemptKey attempt) {
    return of(attempt).pulse(attempt);
  }

  @Override
  public Liveness look(AttemptKey attempt) {
    return of(attempt).look(attempt);
  }

  @Override
  public void stop(AttemptKey attempt, StopManner manner) {
    of(attempt).stop(attempt, manner);
  }
}
