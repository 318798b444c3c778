package dev.signalbox.workspace;

import java.util.List;

/** What computing a merge led to. */
public sealed interface MergeOutcome {

  /**
   * It merges.
   *
   * @param base the commit of the base that it was computed on
   * @param commit the merged commit, stored and on no branch
   * @param droppedPaths whose changes were left out, as ordered
   */
  record Clean(String base, String commit, List<String> droppedPaths) implements MergeOutcome {
    public Clean {
      droppedPaths = List.copyOf(droppedPaths);
    }
  }

  /** The tip holds nothing that the base has not. */
  record Nothing(String base) implements MergeOutcome {}

  /**
   * It does not.
   *
   * @param paths in conflict, sorted
   * @param shown both sides of them, for a person; cut to a bound
   */
  record Conflict(String base, List<String> paths, String shown) implements MergeOutcome {
    public Conflict {
      paths = List.copyOf(paths);
    }
  }

  /** git failed; {@code reason} is for a person. */
  record Failed(String reason, boolean mayPass) implements MergeOutcome {}
}
