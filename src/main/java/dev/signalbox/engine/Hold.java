package dev.signalbox.engine;

/** How sure it is that a session's issue is its own. */
public sealed interface Hold {

  /** The claim is the session's, or it has not claimed anything yet. */
  record Sure() implements Hold {}

  /**
   * The lease has run out and nobody could be asked: nothing is merged until that is known.
   *
   * @param reason for a person
   */
  record Doubtful(String reason) implements Hold {}

  /**
   * The issue is not the session's any more: it stands still until a person decides.
   *
   * @param holder who has it now; empty where nobody knows
   */
  record Lost(String holder) implements Hold {}

  /**
   * A person wants the issue again; it is being claimed as soon as nothing of the session lives.
   *
   * @param cause the fact that asked for it
   */
  record Sought(long cause) implements Hold {}

  /** Whether the issue is another's, or nobody's, for all that is known. */
  default boolean isGone() {
    return switch (this) {
      case Lost _, Sought _ -> true;
      case Sure _, Doubtful _ -> false;
    };
  }
}
