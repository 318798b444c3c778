package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.session.SessionId;
import java.util.Map;
import java.util.TreeMap;

/** Which steps fail in a simulated world, as they do in ours. */
final class SimulatedFaults {
  private SimulatedFaults() {}

  /** Whether carrying it out may fail; {@code agents} are those that were started before. */
  static boolean mayFail(Effect effect, Map<SessionId, TreeMap<Integer, SimulatedAgent>> agents) {
    return switch (effect) {
      // What was started before stays started, whatever the second start meets.
      case Effect.StartAgent it ->
          !agents.getOrDefault(it.session(), new TreeMap<>()).containsKey(it.beginning().attempt());
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
