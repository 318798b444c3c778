package dev.signalbox.cli;

import dev.signalbox.approval.Answer;
import dev.signalbox.error.ErrorKind;

/** How the command ends (design section 10). */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;

  /** The plan or the usage has problems. */
  static final int PROBLEMS = 2;

  /** A person has to look first: something waits, or has changed. */
  static final int WAITING = 3;

  private ExitCode() {}

  static int of(Answer answer) {
    return switch (answer) {
      case Answer.Taken _, Answer.TakenBefore _ -> DONE;
      case Answer.Changed _ -> WAITING;
      case Answer.DecidedBefore _, Answer.Refused _ -> FAILED;
    };
  }

  static int of(ErrorKind kind) {
    return switch (kind) {
      case USER, USAGE -> PROBLEMS;
      case ENVIRONMENT, INTERNAL -> FAILED;
    };
  }
}
