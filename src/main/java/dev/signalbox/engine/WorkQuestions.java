package dev.signalbox.engine;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSet;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has to be known of a work that is being taken in, to tell whether it meets another's. */
public final class WorkQuestions {
  private WorkQuestions() {}

  /** The question about a session's work. */
  public static WorkQuestion of(RunState state, SessionId id, TakeInOutcome.TakenIn taken) {
    RunSpec spec = state.spec().orElseThrow();
    SortedMap<SessionId, List<String>> others = new TreeMap<>();
    for (Session other : state.sessions().values()) {
      List<String> commits = commits(other);
      if (!other.id().equals(id) && !commits.isEmpty()) {
        others.put(other.id(), commits);
      }
    }
    return new WorkQuestion(
        spec.target().base(),
        taken.tip(),
        artifacts(spec, taken.paths()),
        others,
        ResolveRules.openFor(state, id).map(it -> new WorkQuestion.Conflict(it.tip(), it.paths())));
  }

  private static List<String> commits(Session session) {
    List<String> commits = new ArrayList<>();
    if (!session.trace().taken().tip().isEmpty()) {
      commits.add(session.trace().taken().tip());
    }
    if (session.state() instanceof SessionState.Merged merged) {
      merged.commit().ifPresent(commits::add);
    }
    return commits;
  }

  /** The artifacts that those paths belong to, the first {@link Limits#ARTIFACTS_MAX} by name. */
  private static SortedMap<String, List<String>> artifacts(RunSpec spec, List<String> paths) {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (SharedArtifact each : spec.lineup().artifacts()) {
      GlobSet globs = globs(each.patterns());
      for (String path : paths) {
        if (globs.matches(path)) {
          found.computeIfAbsent(each.nameOf(path), _ -> new ArrayList<>()).add(path);
        }
      }
    }
    while (found.size() > Limits.ARTIFACTS_MAX) {
      found.remove(found.lastKey());
    }
    return found;
  }

  private static GlobSet globs(List<String> patterns) {
    List<Glob> globs = new ArrayList<>();
    for (String pattern : patterns) {
      try {
        globs.add(Glob.parse(pattern));
      } catch (GlobSyntaxException e) {
        throw new IllegalStateException("expected a pattern that was checked: " + pattern, e);
      }
    }
    return GlobSet.of(globs);
  }
}
