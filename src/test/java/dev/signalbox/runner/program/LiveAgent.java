package dev.signalbox.runner.program;

import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import java.util.List;

/** A running agent as a scenario sees it, however its process is held. */
public interface LiveAgent {

  /** Sends the next message; the prompt was sent at the start. */
  void send(AgentMessage message);

  /** Waits for the next signal of a kind, passing over others; fails when the output ends. */
  <S extends AgentSignal> S await(Class<S> kind);

  /** All signals so far, in order. */
  List<AgentSignal> signals();

  Pulse pulse();

  boolean isAlive();

  /** Ends the input and waits for the process; its exit code. */
  int end();

  /** Kills the process and everything that it started. */
  void kill();
}
