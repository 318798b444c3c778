package dev.signalbox.registry;

/** What came of writing the registry. */
public sealed interface WriteOutcome {

  /** The file shows it. */
  record Written() implements WriteOutcome {}

  /** The file showed it already. */
  record Unchanged() implements WriteOutcome {}

  /** The file was left as it is; {@code reason} tells a person what to mend. */
  record Refused(String reason) implements WriteOutcome {}
}
