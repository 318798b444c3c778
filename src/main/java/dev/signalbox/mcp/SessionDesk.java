package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AttemptKey;

/** What the tools of sessions ask of the engine. For any number of threads. */
public interface SessionDesk {

  /**
   * Hands a call to the engine; returns when what follows from it is durable.
   *
   * @throws dev.signalbox.error.SignalboxException while no engine works on that run
   */
  Answer call(AttemptKey attempt, AgentCall call);
}
