package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        git.run(
            List.of(
                "-c",
                "fetch.fsckObjects=true",
                "-c",
                "transfer.fsckObjects=true",
                "-c",
                "protocol.file.allow=always",
                "-c",
                "fetch.prune=false",
                "-c",
                "fetch.writeCommitGraph=false",
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--",
                source.toString(),
                "+refs/heads/tip:" + ref),
            ""));
    String taken =
        repository
            .commit(ref)
            .orElseThrow(() ->
                WorkspaceException.lasting("git fetch: expected the ref " + ref + ", found none"));
    return new TakeInOutcome.TakenIn(taken, changed(session, base, taken));
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

  /** Against the start only where the base is gone: after a rebase, others' work lies between. */
  private List<String> changed(SessionKey session, String base, String tip)
      throws WorkspaceException {
    String start =
        repository
            .commit(SharedRepository.baseRef(session))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "workspace: expected a start of " + session + ", found none"));
    String against = repository.commit(RefName.ofBranch(base)).orElse(start);
    String from = repository.forkPoint(against, tip).orElse(start);
    return SharedRepository.must(
            repository
                .git()
                .run("diff-tree", "-r", "-z", "--name-only", "--no-renames", from, tip, "--"))
        .values()
        .stream()
        .sorted()
        .toList();
  }
}
