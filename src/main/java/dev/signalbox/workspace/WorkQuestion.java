package dev.signalbox.workspace;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is to be told of a work that was taken in, besides its paths.
 *
 * @param base the branch that it shall be merged into
 * @param tip its commit
 * @param artifacts that it changes, with their changed paths
 * @param others commits of other sessions' work: their tips and what they were merged as
 * @param conflict that the work resolves; empty for any other work
 */
public record WorkQuestion(
    String base,
    String tip,
    SortedMap<String, List<String>> artifacts,
    SortedMap<SessionId, List<String>> others,
    Optional<Conflict> conflict) {

  /**
   * A conflict with the base.
   *
   * @param tip the commit that does not merge
   * @param paths in conflict
   */
  public record Conflict(String tip, List<String> paths) {
    public Conflict {
      paths = List.copyOf(paths);
    }
  }
}
