package dev.signalbox.verdict;

import dev.signalbox.plan.PhaseId;
import java.util.List;

/**
 * Something that sessions share by what it is, whatever its files are called: two that change it
 * meet there even where git merges them without a word.
 *
 * @param name unique among the artifacts of a plan
 * @param patterns of its paths
 * @param expected the phases that say they change it, in the plan's order; empty for {@link
 *     Kind#FILE}, where their touches say it file by file
 */
public record ArtifactClass(String name, Kind kind, List<String> patterns, List<PhaseId> expected) {
  public ArtifactClass {
    patterns = List.copyOf(patterns);
    expected = List.copyOf(expected);
  }

  /** The name of what that phase makes. */
  public static String deliverableOf(PhaseId phase) {
    return "deliverable of " + phase;
  }

  /** What makes it one artifact. */
  public enum Kind {
    /** A class of shared infrastructure: all its files together are one artifact. */
    INFRASTRUCTURE,
    /** Each file that the patterns match is an artifact of its own. */
    FILE,
    /** The files that one phase says it makes. */
    DELIVERABLE
  }
}
