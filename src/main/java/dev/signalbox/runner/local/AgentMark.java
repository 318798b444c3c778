package dev.signalbox.runner.local;

/** What every process of an agent carries in its environment, unless it takes it away itself. */
public final class AgentMark {
  /** The variable; its value is one that no other attempt has. */
  public static final String VARIABLE = "SIGNALBOX_ATTEMPT";

  private AgentMark() {}
}
