package dev.signalbox.workspace;

import java.util.List;

/**
 * An artifact that a session's work changes.
 *
 * @param artifact which one
 * @param paths of it that are changed, sorted; at most {@link
 *     dev.signalbox.limit.Limits#ARTIFACT_PATHS_MAX}
 * @param more further ones
 * @param diff of these paths since the work left the base, for a person; cut to a bound
 */
public record Touched(String artifact, List<String> paths, int more, String diff) {
  /** How a diff ends that was cut. */
  public static final String CUT = "\n(cut here)";

  public Touched {
    paths = List.copyOf(paths);
  }

  /** Whether both works change it in the very same way, as far as all of it is known. */
  public boolean isSame(Touched other) {
    return equals(other) && more == 0 && !diff.endsWith(CUT);
  }
}
