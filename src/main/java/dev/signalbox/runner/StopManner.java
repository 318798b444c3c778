package dev.signalbox.runner;

/** How a process is ended. */
public enum StopManner {
  /** It may save its conversation. */
  GRACEFUL,
  /** At once, with every tool process that it started. */
  FORCED
}
