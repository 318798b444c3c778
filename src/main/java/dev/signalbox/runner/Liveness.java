package dev.signalbox.runner;

import dev.signalbox.session.AgentExit;

/** Whether an attempt's process lives. */
public sealed interface Liveness {

  /** It was never started. */
  record NotStarted() implements Liveness {}

  record Running(ProcessIdentity identity) implements Liveness {}

  /** It ended. All of its output is in the transcript. */
  record Over(AgentExit exit) implements Liveness {}
}
