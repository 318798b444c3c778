package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.workspace.LandOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves a base to a commit together with the checkout that has it, if there is one.
 *
 * <p>A person's hooks do not run: many live in the repository's files, and then they would be what
 * an agent has just written, run outside all walls.
 */
final class Landing {
  private final SharedRepository repository;
  private final String base;
  private final String expected;
  private final String commit;

  Landing(SharedRepository repository, String base, String expected, String commit) {
    this.repository = repository;
    this.base = base;
    this.expected = expected;
    this.commit = commit;
  }

  LandOutcome land() throws WorkspaceException {
    String found = repository.branch(base);
    if (repository.commit(commit).isEmpty()) {
      throw WorkspaceException.lasting("land: expected a computed commit, found " + commit);
    }
    if (repository.contains(found, commit)) {
      return new LandOutcome.Landed();
    }
    if (!found.equals(expected)) {
      return new LandOutcome.BaseMoved(found);
    }
    if (!repository.contains(commit, expected)) {
      throw WorkspaceException.lasting(
          "land: expected a commit that holds its base, found " + commit);
    }
    List<Path> checkouts = checkouts();
    return switch (checkouts.size()) {
      case 0 -> moveRef();
      case 1 -> moveCheckout(checkouts.getFirst());
      default ->
          new LandOutcome.Refused(
              "%s: expected one checkout at most, found %d: %s"
                  .formatted(base, checkouts.size(), checkouts));
    };
  }

  private LandOutcome moveRef() throws WorkspaceException {
    String line = "update %s %s %s\n".formatted(RefName.ofBranch(base), commit, expected);
    GitResult moved = repository.git().run(List.of("update-ref", "--stdin"), line);
    return moved.isOk() ? new LandOutcome.Landed() : afterRefusal(moved);
  }

  /** Only forward: git refuses whole if a changed or unknown file is in the way. */
  private LandOutcome moveCheckout(Path folder) throws WorkspaceException {
    GitProgram git = repository.cloning().in(folder);
    GitResult moved =
        git.run(
            "-c",
            "submodule.recurse=false",
            "merge",
            "--ff-only",
            "--no-autostash",
            "--quiet",
            commit);
    return moved.isOk() ? new LandOutcome.Landed() : afterRefusal(moved);
  }

  private LandOutcome afterRefusal(GitResult refusal) throws WorkspaceException {
    String found = repository.branch(base);
    if (repository.contains(found, commit)) {
      return new LandOutcome.Landed();
    }
    if (!found.equals(expected)) {
      return new LandOutcome.BaseMoved(found);
    }
    if (refusal.mayPass()) {
      throw WorkspaceException.of(refusal);
    }
    return new LandOutcome.Refused(refusal.failure());
  }

  /** Every work tree that has the base checked out; those whose folder is gone do not count. */
  private List<Path> checkouts() throws WorkspaceException {
    String wanted = "branch " + RefName.ofBranch(base);
    List<Path> found = new ArrayList<>();
    String folder = "";
    for (String value :
        SharedRepository.must(repository.git().run("worktree", "list", "--porcelain", "-z"))
            .values()) {
      if (value.startsWith("worktree ")) {
        folder = value.substring("worktree ".length());
      } else if (value.equals(wanted) && Files.isDirectory(Path.of(folder))) {
        found.add(Path.of(folder));
      }
    }
    return found;
  }
}
