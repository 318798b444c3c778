package dev.signalbox.engine;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSet;
import dev.signalbox.glob.GlobSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link SessionScope} that paths are compared with: read once for a session, not for each path.
 * Immutable; equal when the scopes are.
 */
public final class PathScope {
  /** How the session's state files begin, in the root of its workspace. */
  private static final String STATE_FILE = ".sdd-";

  private final SessionScope scope;
  private final GlobSet inside;
  private final GlobSet protect;

  PathScope(SessionScope scope) {
    this.scope = scope;
    List<String> inside = new ArrayList<>(scope.touches());
    inside.addAll(scope.own());
    this.inside = globs(inside);
    this.protect = globs(scope.protect());
  }

  /**
   * A pattern that this version cannot read matches nothing: what it meant counts as drift, which
   * is looked at, and not as allowed.
   */
  private static GlobSet globs(List<String> patterns) {
    List<Glob> globs = new ArrayList<>();
    for (String pattern : patterns) {
      try {
        globs.add(Glob.parse(pattern));
      } catch (GlobSyntaxException _) {
        // Of another version's plan format.
      }
    }
    return GlobSet.of(globs);
  }

  SessionScope scope() {
    return scope;
  }

  /**
   * Whether the session may change the file.
   *
   * @param path as in {@code AgentSignal.FileChanged}: an absolute one is never inside
   */
  boolean holds(String path) {
    boolean isState = path.startsWith(STATE_FILE) && path.indexOf('/') < 0;
    return isState || (!protects(path) && inside.matches(path));
  }

  /** Whether the plan says that the session changes this file, and not only that it may. */
  boolean names(String path) {
    return !scope.touches().contains("**") && inside.matches(path);
  }

  /** Whether nobody may change the file. */
  boolean protects(String path) {
    return protect.matches(path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathScope that && that.scope.equals(scope);
  }

  @Override
  public int hashCode() {
    return scope.hashCode();
  }

  @Override
  public String toString() {
    return scope.toString();
  }
}
