package dev.signalbox.cli;

import dev.signalbox.error.ErrorKind;

/** How the command ends (design section 10). */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;

  /** The plan or the usage has problems. */
  static final int PROBLEMS = 2;

  private ExitCode() {}

  static int of(ErrorKind kind) {
    return switch (kind) {
      case USER, USAGE -> PROBLEMS;
      case ENVIRONMENT, INTERNAL -> FAILED;
    };
  }
}
