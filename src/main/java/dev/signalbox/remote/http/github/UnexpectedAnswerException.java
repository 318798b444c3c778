package dev.signalbox.remote.http.github;

/** Thrown while an answer is read that does not fit GitHub's description; never leaves adapters. */
public final class UnexpectedAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was expected; what was found may be a secret of somebody's. */
  UnexpectedAnswerException(String message) {
    super(message);
  }
}
