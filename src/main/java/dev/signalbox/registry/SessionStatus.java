package dev.signalbox.registry;

/** Where a session stands, in the words of the registry. */
public sealed interface SessionStatus {
  record Planned() implements SessionStatus {}

  record Active() implements SessionStatus {}

  record InReview() implements SessionStatus {}

  record Done() implements SessionStatus {}

  record Halted() implements SessionStatus {}

  /** It was given up; the reason is shown with it. */
  record Abandoned(String reason) implements SessionStatus {}

  /** It failed; the reason is shown with it. */
  record Failed(String reason) implements SessionStatus {}

  /** The words of the table. */
  default String text() {
    return switch (this) {
      case Planned _ -> "Planned";
      case Active _ -> "Active";
      case InReview _ -> "In Review";
      case Done _ -> "Done";
      case Halted _ -> "Halted";
      case Abandoned abandoned -> "Abandoned (" + abandoned.reason() + ")";
      case Failed failed -> "Failed (" + failed.reason() + ")";
    };
  }
}
