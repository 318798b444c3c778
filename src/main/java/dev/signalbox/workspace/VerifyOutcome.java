package dev.signalbox.workspace;

/** What a check of a merged state led to. */
public sealed interface VerifyOutcome {

  /** The command ended with 0. */
  record Passed() implements VerifyOutcome {}

  /**
   * It did not.
   *
   * @param log its last lines, for a person and for the agent
   */
  record Failed(int exitCode, String log) implements VerifyOutcome {}

  /** The command could not be run; {@code reason} is for a person. */
  record NotRun(String reason, boolean mayPass) implements VerifyOutcome {}
}
