package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * Since it left the base or its start, whichever came last: after a rebase others' work lies
   * between its start and its own, and a base that was rewritten has its start no more.
   */
  private List<String> changed(SessionKey session, String base, String tip)
      throws WorkspaceException {
    String start =
        repository
            .commit(SharedRepository.baseRef(session))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "workspace: expected a start of " + session + ", found none"));
    List<String> others =
        Stream.concat(Stream.of(start), repository.commit(RefName.ofBranch(base)).stream())
            .toList();
    String from = repository.forkPoint(tip, others).orElse(start);
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
