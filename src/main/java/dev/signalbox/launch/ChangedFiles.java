package dev.signalbox.launch;

import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.List;
import java.util.stream.Stream;

/** Which files a phase says it changes. */
public final class ChangedFiles {
  private ChangedFiles() {}

  /**
   * The touches, then the files that the phase produces; in the plan's order. Empty says everything
   * for a code phase ({@link Phase#touchesEverything}) and nothing for an analysis.
   */
  public static List<Touch> of(Phase phase) {
    Stream<Touch> produced =
        phase.scope().produces().stream()
            .filter(Resource.Files.class::isInstance)
            .map(made -> ((Resource.Files) made).touch());
    return Stream.concat(phase.scope().touches().stream(), produced).toList();
  }
}
