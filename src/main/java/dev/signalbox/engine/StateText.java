package dev.signalbox.engine;

/** A session's state in words. */
public final class StateText {
  private StateText() {}

  /** The state's name as in the glossary, with its reason where it has one. */
  public static String of(SessionState state) {
    return switch (state) {
      case SessionState.Halted halted -> "Halted (" + halted.reason() + ")";
      case SessionState.Failed failed -> "Failed (" + failed.reason() + ")";
      case SessionState.Abandoned abandoned -> "Abandoned (" + abandoned.reason() + ")";
      case SessionState other -> word(other);
    };
  }

  /** The state's name alone, such as {@code Working}. */
  public static String word(SessionState state) {
    return state.getClass().getSimpleName();
  }
}
