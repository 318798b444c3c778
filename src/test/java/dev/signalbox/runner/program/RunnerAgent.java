package dev.signalbox.runner.program;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An agent that a runner keeps, as Signalbox does. */
public final class RunnerAgent implements LiveAgent {
  private final AgentRunner runner;
  private final AttemptKey attempt;
  private final Following following;
  private long sequence;

  public RunnerAgent(AgentRunner runner, LaunchOrder order) {
    this.runner = runner;
    this.attempt = order.attempt();
    if (!(runner.start(order) instanceof StartOutcome.Started)) {
      throw new AssertionError("expected a start, found " + runner.start(order));
    }
    this.following = new Following(runner.open(attempt, 0));
  }

  /** The process that keeps the agent; everything of the agent descends from it. */
  public ProcessHandle shim() {
    return switch (runner.look(attempt)) {
      case Liveness.Running running -> ProcessHandle.of(running.identity().pid()).orElseThrow();
      case Liveness.NotStarted _, Liveness.Over _ -> throw new AssertionError("it has ended");
    };
  }

  /** Reads on until a condition is true: the protocol's own steps are said only to a reader. */
  public void until(String what, BooleanSupplier condition) {
    following.until(what, condition);
  }

  /** Waits for the end. */
  public AgentExit exit() {
    Following.await("the end", () -> runner.look(attempt) instanceof Liveness.Over);
    return ((Liveness.Over) runner.look(attempt)).exit();
  }

  @Override
  public void send(AgentMessage message) {
    sequence++;
    runner.send(attempt, sequence, message);
  }

  @Override
  public <S extends AgentSignal> S await(Class<S> kind) {
    return following.next(kind);
  }

  @Override
  public List<AgentSignal> signals() {
    return new Following(runner.open(attempt, 0)).rest();
  }

  @Override
  public Pulse pulse() {
    Following all = new Following(runner.open(attempt, 0));
    all.rest();
    return all.pulse();
  }

  @Override
  public boolean isAlive() {
    return runner.look(attempt) instanceof Liveness.Running;
  }

  @Override
  public int end() {
    send(new AgentMessage.EndInput());
    return switch (exit()) {
      case AgentExit.Ended ended -> ended.code();
      case AgentExit.Vanished _ -> throw new AssertionError("expected an exit code, found none");
    };
  }

  @Override
  public void kill() {
    runner.stop(attempt, StopManner.FORCED);
  }
}
