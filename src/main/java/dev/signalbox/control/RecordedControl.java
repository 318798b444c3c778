package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A run as it was recorded, while no engine works on it: it stands still, and takes no decision.
 */
public final class RecordedControl implements Control, AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);
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

  /** Nothing changes: the time passes, or the end comes. */
  @Override
  public RunView await(long since, Duration longest) {
    try {
      boolean _ = over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
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
  public Answer revise(GateRef gate, List<TableEdit> edits, String who) {
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

  /** Whoever waits for news waits no longer. */
  @Override
  public void close() {
    over.countDown();
  }

  private SignalboxException refusal() {
    return new SignalboxException(
        ErrorCode.ENGINE_MISSING,
        "expected a running engine that takes it, found none: nothing was decided",
        List.of("start one: " + command));
  }
}
