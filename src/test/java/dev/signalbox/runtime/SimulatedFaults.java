package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import java.util.function.Predicate;

/** Which steps fail in a simulated world, as they do in ours. */
final class SimulatedFaults {
  private SimulatedFaults() {}

  /** Whether carrying it out may fail; {@code isStarted} tells of agents started before. */
  static boolean mayFail(Effect effect, Predicate<Effect.StartAgent> isStarted) {
    return switch (effect) {
      // What was started before stays started, whatever the second start meets.
      case Effect.StartAgent it -> !isStarted.test(it);
      case Effect.PrepareWorkspace _,
          Effect.LookAtExit _,
          Effect.LookAtMilestone _,
          Effect.TakeIn _,
          Effect.OpenPullRequest _,
          Effect.ComputeMerge _,
          Effect.VerifyMerge _,
          Effect.LandMerge _ ->
          true;
      case Effect.WriteRegistry _,
          Effect.AcquireClaim _,
          Effect.ReleaseClaim _,
          Effect.SendMessage _,
          Effect.ShowIssue _,
          Effect.ClosePullRequest _,
          Effect.AskReviewers _,
          Effect.FileReport _,
          Effect.DescribeIssue _,
          Effect.Act _,
          Effect.SayBack _,
          Effect.StopAgent _,
          Effect.CleanWorkspace _ ->
          false;
    };
  }
}
