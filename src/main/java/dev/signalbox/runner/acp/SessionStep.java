package dev.signalbox.runner.acp;

/** What sets a session's mode: some agents have modes, some an option among others. */
public sealed interface SessionStep {
  /** {@code session/set_mode}. */
  record SetMode(String mode) implements SessionStep {}

  /** {@code session/set_config_option}. */
  record SetOption(String option, String value) implements SessionStep {}

  /** The word by which the agent may also offer that mode as an answer to a plan. */
  default String word() {
    return switch (this) {
      case SetMode(String mode) -> mode;
      case SetOption(String _, String value) -> value;
    };
  }
}
