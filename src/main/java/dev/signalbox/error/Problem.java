package dev.signalbox.error;

/**
 * One thing that is wrong with an input, told so that its reader can mend it.
 *
 * @param message what failed, what was expected, what was found, in one sentence without a full
 *     stop at the end, so that nothing sticks to an id that people copy
 * @param hint what to do next, as an imperative; empty when the message already says it
 */
public record Problem(
    ErrorCode code, Severity severity, Position position, String message, String hint) {

  /** A problem that stops everything. */
  public static Problem error(ErrorCode code, Position position, String message, String hint) {
    return new Problem(code, Severity.ERROR, position, message, hint);
  }

  /** A problem that is shown and lets the work go on. */
  public static Problem warning(ErrorCode code, Position position, String message, String hint) {
    return new Problem(code, Severity.WARNING, position, message, hint);
  }

  /** Whether this problem stops everything. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
