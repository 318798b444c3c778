package dev.signalbox.workspace.git;

import dev.signalbox.session.SessionKey;
import java.util.List;
import java.util.stream.Stream;

/** The paths that a session's work changes. */
final class ChangedPaths {
  private final SharedRepository repository;

  ChangedPaths(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * Since it left the base or its start, whichever came last: after a rebase others' work lies
   * between its start and its own, and a base that was rewritten has its start no more.
   */
  List<String> of(SessionKey session, String base, String tip) throws WorkspaceException {
    return SharedRepository.must(
            repository
                .git()
                .run(
                    "diff-tree",
                    "-r",
                    "-z",
                    "--name-only",
                    "--no-renames",
                    from(session, base, tip),
                    tip,
                    "--"))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  /** The commit since which a tip's changes are the session's own. */
  String from(SessionKey session, String base, String tip) throws WorkspaceException {
    String start =
        repository
            .commit(SharedRepository.baseRef(session))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "workspace: expected a start of " + session + ", found none"));
    List<String> others =
        Stream.concat(Stream.of(start), repository.commit(RefName.ofBranch(base)).stream())
            .toList();
    return repository.forkPoint(tip, others).orElse(start);
  }
}
