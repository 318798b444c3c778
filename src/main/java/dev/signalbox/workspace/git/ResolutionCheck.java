package dev.signalbox.workspace.git;

import dev.signalbox.git.GitResult;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.WorkQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a commit resolves a conflict, and does nothing else. */
final class ResolutionCheck {
  private static final int NAMED_MAX = 5;

  private final SharedRepository repository;

  ResolutionCheck(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * Why it does not; empty where it does.
   *
   * @param session that resolved it, from the base as it was then
   */
  Optional<String> lack(SessionKey session, String tip, WorkQuestion.Conflict conflict)
      throws WorkspaceException {
    if (!repository.contains(tip, conflict.tip())) {
      return Optional.of("it does not hold the work that did not merge");
    }
    String start =
        repository
            .commit(SharedRepository.baseRef(session))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "workspace: expected a start of " + session + ", found none"));
    if (!repository.contains(tip, start)) {
      return Optional.of("it does not hold the base that it started from");
    }
    List<String> strayed = new ArrayList<>(changedBesides(start, tip, conflict));
    strayed.removeAll(conflict.paths());
    if (!strayed.isEmpty()) {
      return Optional.of("it changes files that were not in conflict: " + brief(strayed));
    }
    List<String> marked = marked(tip, conflict.paths());
    return marked.isEmpty()
        ? Optional.empty()
        : Optional.of("marks of the conflict are left in " + brief(marked));
  }

  private static String brief(List<String> paths) {
    String named = String.join(", ", paths.subList(0, Math.min(NAMED_MAX, paths.size())));
    return paths.size() <= NAMED_MAX
        ? named
        : named + " and " + (paths.size() - NAMED_MAX) + " more";
  }

  /** What differs from what git merges by itself: only what is in conflict may. */
  private List<String> changedBesides(String start, String tip, WorkQuestion.Conflict conflict)
      throws WorkspaceException {
    GitResult merged =
        repository.git().run("merge-tree", "--write-tree", "-z", start, conflict.tip());
    MergeReport report = MergeReport.of(merged).orElseThrow(() -> WorkspaceException.of(merged));
    return SharedRepository.must(
            repository
                .git()
                .run("diff-tree", "-r", "-z", "--name-only", "--no-renames", report.tree(), tip))
        .values();
  }

  private List<String> marked(String tip, List<String> paths) throws WorkspaceException {
    List<String> words =
        new ArrayList<>(
            List.of("--literal-pathspecs", "grep", "-l", "-z", "-I", "-e", "^<<<<<<< ", tip, "--"));
    words.addAll(paths);
    GitResult found = repository.git().run(words, "");
    if (found.exit() > 1 || found.exit() < 0) {
      throw WorkspaceException.of(found);
    }
    return found.values().stream().map(each -> each.substring(each.indexOf(':') + 1)).toList();
  }
}
