package dev.signalbox.engine;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A conflict of a session's work with the base that another session resolves.
 *
 * @param resolver the session that does
 * @param tip the work that does not merge
 * @param paths in conflict, the only ones that may be resolved
 * @param result the commit that took the place of {@code tip}; empty while it is being made
 */
public record Resolution(
    SessionId resolver, String tip, List<String> paths, Optional<String> result) {
  public Resolution {
    paths = List.copyOf(paths);
  }

  boolean isOpen() {
    return result.isEmpty();
  }

  Resolution done(String commit) {
    return new Resolution(resolver, tip, paths, Optional.of(commit));
  }
}
