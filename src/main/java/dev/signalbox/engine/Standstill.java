package dev.signalbox.engine;

/** Whether a run moves only when a person decides. */
final class Standstill {
  private Standstill() {}

  static boolean of(RunState state) {
    return !state.gates().isEmpty()
        && state.sessions().values().stream().allMatch(session -> isStill(state, session))
        && Outstanding.of(state).stream().noneMatch(Standstill::isAwaited);
  }

  private static boolean isStill(RunState run, Session session) {
    return switch (session.state()) {
      case SessionState.Planned _,
          SessionState.AwaitingDecision _,
          SessionState.TakenOver _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          true;
      case SessionState.InReview(String _, SessionState.ReviewStep step) ->
          switch (step) {
            case SessionState.ReviewStep.Blocked _ -> true;
            // Without a question to a person, checks and reviewers on the forge are waited for.
            case SessionState.ReviewStep.Open _ -> isAskedAbout(run, session);
            case SessionState.ReviewStep.Opening _ -> false;
          };
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

  private static boolean isAskedAbout(RunState run, Session session) {
    return run.gates().values().stream().anyMatch(gate -> gate.sessions().contains(session.id()));
  }

  /** Messages have no result, and stay outstanding as long as their process may read them. */
  private static boolean isAwaited(Effect effect) {
    return !(effect instanceof Effect.SendMessage);
  }
}
