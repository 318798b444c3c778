package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Takes a session's branch into the repository. */
final class WorkTaking {
  private final SharedRepository repository;
  private final WorkspaceView view;
  private final Path workspace;

  WorkTaking(SharedRepository repository, WorkspaceView view, Path workspace) {
    this.repository = repository;
    this.view = view;
    this.workspace = workspace;
  }

  TakeInOutcome takeIn(SessionKey session, String branch, String base)
      throws IOException, WorkspaceException {
    String tip = tipOf(branch, new WorkspaceRefs(workspace.resolve(".git")));
    String ref = SharedRepository.sessionRef(session);
    Path source = view.offer(tip);
    GitProgram git = repository.git();
    SharedRepository.must(
        git.run(Fetching.command(source.toString(), "+refs/heads/tip:" + ref), ""));
    String taken =
        repository
            .commit(ref)
            .orElseThrow(() ->
                WorkspaceException.lasting("git fetch: expected the ref " + ref + ", found none"));
    return new TakeInOutcome.TakenIn(taken, new ChangedPaths(repository).of(session, base, taken));
  }

  private static String tipOf(String branch, WorkspaceRefs refs)
      throws IOException, WorkspaceException {
    Optional<String> tip = refs.commit(RefName.ofBranch(branch));
    if (tip.isPresent()) {
      return tip.get();
    }
    String found = refs.checkedOut().or(() -> Optional.of("a commit without a branch")).get();
    throw WorkspaceException.lasting(
        "workspace: expected a branch " + branch + ", found " + found + " checked out");
  }
}
