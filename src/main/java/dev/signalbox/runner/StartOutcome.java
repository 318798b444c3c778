package dev.signalbox.runner;

/** What a start led to. */
public sealed interface StartOutcome {

  /** The process runs, or ran: {@link AgentRunner#look} tells. */
  record Started(ProcessIdentity identity) implements StartOutcome {}

  /**
   * Nothing was started.
   *
   * @param reason what was expected and found, for a person
   * @param mayPass whether trying again later can help
   */
  record Refused(String reason, boolean mayPass) implements StartOutcome {}
}
