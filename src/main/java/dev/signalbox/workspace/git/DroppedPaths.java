package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes chosen paths of a branch back to what the base has, before the merge: both sides are then
 * alike there, so that nothing of the branch comes in and nothing can conflict.
 */
final class DroppedPaths {
  private final SharedRepository repository;
  private final GitProgram git;
  private final List<String> dropped;

  DroppedPaths(SharedRepository repository, GitProgram git, List<String> dropped) {
    this.repository = repository;
    this.git = git;
    this.dropped = dropped;
  }

  /** Those that the branch changed since it left the base. */
  List<String> changedBetween(String base, String tip) throws WorkspaceException {
    Optional<String> fork = repository.forkPoint(tip, List.of(base));
    List<String> changed = new ArrayList<>();
    for (String path : dropped) {
      List<String> before = fork.isPresent() ? entries(fork.get(), path) : List.of();
      if (!before.equals(entries(tip, path))) {
        changed.add(path);
      }
    }
    return changed;
  }

  /** The tip's tree with the base's version of the paths; a path the base lacks is gone. */
  String treeWithout(List<String> paths, String base, String tip) throws WorkspaceException {
    SharedRepository.must(git.run("read-tree", tip));
    StringBuilder lines = new StringBuilder();
    for (String path : paths) {
      for (String entry : entries(tip, path)) {
        String name = entry.substring(entry.indexOf('\t') + 1);
        lines.append("0 ").append("0".repeat(repository.hashLength())).append('\t').append(name);
        lines.append('\0');
      }
    }
    for (String path : paths) {
      for (String entry : entries(base, path)) {
        lines.append(entry).append('\0');
      }
    }
    SharedRepository.must(git.run(List.of("update-index", "-z", "--index-info"), lines.toString()));
    return SharedRepository.must(git.run("write-tree")).text();
  }

  /** The files at or below a path: mode, kind, id, tab, name. */
  private List<String> entries(String commit, String path) throws WorkspaceException {
    return SharedRepository.must(git.run("ls-tree", "-r", "-z", "--full-tree", commit, "--", path))
        .values();
  }
}
