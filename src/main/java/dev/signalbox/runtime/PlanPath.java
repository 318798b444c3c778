package dev.signalbox.runtime;

import dev.signalbox.engine.RunSpec;
import java.nio.file.Path;
import java.util.List;

/** The plan file inside the repository: only Signalbox writes it. */
final class PlanPath {
  private PlanPath() {}

  /** Its path relative to the repository; empty where it lies outside. */
  static List<String> inside(RunSpec spec) {
    if (spec.source().file().isEmpty()) {
      return List.of();
    }
    Path repository = Path.of(spec.target().repository());
    Path plan = Path.of(spec.source().file());
    return plan.startsWith(repository)
        ? List.of(repository.relativize(plan).toString().replace('\\', '/'))
        : List.of();
  }
}
