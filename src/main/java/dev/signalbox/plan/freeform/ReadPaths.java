package dev.signalbox.plan.freeform;

import dev.signalbox.glob.Glob;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes paths that a section says it depends on: people write the end of a path that another
 * section spells out. A path that no section touches stays as it is.
 */
final class ReadPaths {
  /** By the last segment; looked up only. */
  private final Map<String, List<Glob>> touched = new HashMap<>();

  ReadPaths(List<OpenPhase> phases) {
    for (OpenPhase phase : phases) {
      for (Touch touch : phase.facts().touches) {
        String path = touch.glob().text();
        touched.computeIfAbsent(name(path), key -> new ArrayList<>()).add(touch.glob());
      }
    }
  }

  void complete(OpenPhase phase) {
    phase.facts().reads.replaceAll(this::complete);
  }

  private Touch complete(Touch read) {
    String path = read.glob().text();
    Optional<Glob> whole =
        touched.getOrDefault(name(path), List.of()).stream()
            .filter(glob -> glob.text().equals(path) || glob.text().endsWith("/" + path))
            .findFirst();
    return whole.map(glob -> new Touch(glob, read.position())).orElse(read);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
