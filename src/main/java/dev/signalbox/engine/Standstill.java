package dev.signalbox.engine;

/** Whether a run moves only when a person decides. */
final class Standstill {
  private Standstill() {}

  static boolean of(RunState state) {
    return !state.gates().isEmpty()
        && state.sessions().values().stream().allMatch(session -> isStill(session.state()))
        && Outstanding.of(state).stream().noneMatch(Standstill::isAwaited);
  }

  private static boolean isStill(SessionState state) {
    return switch (state) {
      case SessionState.Planned _,
          SessionState.AwaitingDecision _,
          SessionState.TakenOver _,
          SessionState.InReview _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          true;
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          switch (step) {
            case SessionState.MergeStep.Waiting _, SessionState.MergeStep.Blocked _ -> true;
            case SessionState.MergeStep.Computing _,
                SessionState.MergeStep.Verifying _,
                SessionState.MergeStep.Landing _ ->
                false;
          };
      case SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Starting _,
          SessionState.Working _,
          SessionState.HandingOver _,
          SessionState.Stopping _,
          SessionState.Exiting _,
          SessionState.BackingOff _ ->
          false;
    };
  }

  /** Messages have no result, and stay outstanding as long as their process may read them. */
  private static boolean isAwaited(Effect effect) {
    return !(effect instanceof Effect.SendMessage);
  }
}
