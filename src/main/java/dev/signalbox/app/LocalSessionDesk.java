package dev.signalbox.app;

import dev.signalbox.approval.Answer;
import dev.signalbox.engine.Input;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.mcp.SessionDesk;
import dev.signalbox.runner.AgentRedaction;
import dev.signalbox.runner.local.AgentSecrets;
import dev.signalbox.runtime.Controller;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Optional;

/**
 * Hands what agents call to the engine of this process, without the secrets in it. It is there
 * before the engine, so that every agent that is started can be told where.
 */
final class LocalSessionDesk implements SessionDesk {
  private final RunId run;
  private final AgentSecrets secrets;
  private volatile Optional<Controller> engine = Optional.empty();

  LocalSessionDesk(RunId run, AgentSecrets secrets) {
    this.run = run;
    this.secrets = secrets;
  }

  /** From now on calls are taken. */
  void open(Controller started) {
    engine = Optional.of(started);
  }

  @Override
  public Answer call(AttemptKey attempt, AgentCall call) {
    if (!attempt.session().run().equals(run)) {
      return new Answer.Refused("run " + attempt.session().run() + " is over: end your turn");
    }
    AgentCall covered = new AgentRedaction(secrets.redactor()).of(call);
    return engine
        .orElseThrow(LocalSessionDesk::starting)
        .submit(new Input.Called(attempt.session().session(), attempt.number(), covered));
  }

  private static SignalboxException starting() {
    return new SignalboxException(
        ErrorCode.ENGINE_MISSING,
        "expected a running engine, found one that is starting",
        List.of("call again in a moment"));
  }
}
