package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A run as it was recorded, while no engine works on it: it stands still, and takes no decision.
 */
public final class RecordedControl implements Control {
  private final RunView run;
  private final String command;

  /**
   * The run.
   *
   * @param recorded empty where no run ever was
   * @param now the moment that is shown as the present where there is none
   * @param command starts an engine
   */
  public RecordedControl(Optional<RunView> recorded, Instant now, String command) {
    this.run = recorded.orElseGet(() -> nothing(now));
    this.command = command;
  }

  private static RunView nothing(Instant now) {
    return new RunView(
        0,
        now,
        new RunView.Head(
            "",
            "",
            new RunView.Course(0, 0, 0, 0, false, false),
            new RunView.Money(0, Usd.ZERO, Optional.empty()),
            Optional.empty()),
        List.of(),
        List.of());
  }

  @Override
  public RunView look() {
    return run;
  }

  /** Nothing changes: the time passes, unless the thread is interrupted. */
  @Override
  public RunView await(long since, Duration longest) {
    try {
      TimeUnit.MILLISECONDS.sleep(longest.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return run;
  }

  @Override
  public Answer decide(GateRef gate, GateDecision decision, String who) {
    throw refusal();
  }

  @Override
  public Answer tell(SessionId session, String text, String who) {
    throw refusal();
  }

  @Override
  public Answer cancel(Optional<SessionId> session, String why, String who) {
    throw refusal();
  }

  @Override
  public Answer takeOver(SessionId session, String who) {
    throw refusal();
  }

  @Override
  public Answer retry(SessionId session, String who) {
    throw refusal();
  }

  private SignalboxException refusal() {
    return new SignalboxException(
        ErrorCode.ENGINE_MISSING,
        "expected a running engine that takes it, found none: nothing was decided",
        List.of("start one: " + command));
  }
}
