package dev.signalbox.agent;

/** Who starts an agent (design section 6). */
public enum AgentKind {
  /** A program on this machine, started and watched by Signalbox. */
  RUNS_HERE,
  /** A service that starts by itself when an issue is delegated to it. */
  DELEGATED
}
