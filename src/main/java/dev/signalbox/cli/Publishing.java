package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.publish.Report;
import java.util.List;
import java.util.Optional;

/** What {@code publish} asks of the world around it. */
public interface Publishing {
  /** Where no tracker is. */
  Publishing NOWHERE =
      (_, _, _) -> {
        throw new SignalboxException(
            ErrorCode.TRACKER_NOT_CONFIGURED,
            "expected a tracker, found none",
            List.of("see docs/guide/trackers.md"));
      };

  /**
   * What a person wants.
   *
   * @param plan the plan's path
   * @param to {@code linear} or {@code github}; empty for the one of the configuration
   * @param repository a folder in the repository that the plan is about
   */
  record Wish(String plan, Optional<String> to, Optional<String> repository) {}

  /**
   * Writes a plan without errors into a tracker.
   *
   * @param isReal whether it is done, and not only said
   * @throws SignalboxException {@code TRACKER_NOT_CONFIGURED}, or {@code PLAN_NOT_PUBLISHABLE} for
   *     a plan in another format than our own
   */
  Report publish(Planning.CheckedPlan plan, Wish wish, boolean isReal);
}
