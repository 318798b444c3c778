package dev.signalbox.githubapi;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bare repository behind the fake: branches are refs, merges are git's. */
final class GitStore {
  private final GitProgram git;

  GitStore(Path folder) {
    git =
        GitProgram.in(folder, System.getenv())
            .withoutConfiguration()
            .with("GIT_AUTHOR_NAME", "Test")
            .with("GIT_AUTHOR_EMAIL", "test@localhost")
            .with("GIT_COMMITTER_NAME", "Test")
            .with("GIT_COMMITTER_EMAIL", "test@localhost")
            .with("GIT_INDEX_FILE", folder.resolve("fake-index").toString());
    run("init", "-q", "--bare", "-b", "main", "--template=", ".");
    put("main", "README.md", "start\n");
  }

  /** Commits one file to a branch, which begins at {@code main}; the new tip. */
  String put(String branch, String path, String text) {
    Optional<String> parent = tip(branch).or(() -> tip("main"));
    run("read-tree", parent.orElse("--empty"));
    String blob = ok(git.run(List.of("hash-object", "-w", "--stdin"), text)).text();
    run("update-index", "--add", "--cacheinfo", "100644," + blob + "," + path);
    String made = commit(run("write-tree"), "Change " + path, parent.stream().toList());
    run("update-ref", ref(branch), made);
    return made;
  }

  /** Commits to a branch: files that are new, files under other paths, and files less. */
  String restructure(
      String branch, List<String> added, Map<String, String> renamed, List<String> deleted) {
    String parent = tip(branch).orElseThrow();
    run("read-tree", parent);
    for (String path : added) {
      String blob = ok(git.run(List.of("hash-object", "-w", "--stdin"), path + "\n")).text();
      run("update-index", "--add", "--cacheinfo", "100644," + blob + "," + path);
    }
    renamed.forEach((from, to) -> {
      String blob = run("rev-parse", parent + ":" + from);
      run("update-index", "--add", "--cacheinfo", "100644," + blob + "," + to);
      remove(from);
    });
    deleted.forEach(this::remove);
    String made = commit(run("write-tree"), "Restructure", List.of(parent));
    run("update-ref", ref(branch), made);
    return made;
  }

  private void remove(String path) {
    GitResult _ =
        ok(git.run(List.of("update-index", "--index-info"), "0 " + "0".repeat(40) + "\t" + path));
  }

  private String commit(String tree, String message, List<String> parents) {
    List<String> command = new ArrayList<>(List.of("commit-tree", tree));
    parents.forEach(parent -> command.addAll(List.of("-p", parent)));
    return ok(git.run(command, message)).text();
  }

  Optional<String> tip(String branch) {
    GitResult found = git.run("rev-parse", "--verify", "-q", ref(branch) + "^{commit}");
    return found.isOk() ? Optional.of(found.text()) : Optional.empty();
  }

  /** Whether the commit holds anything that the branch lacks. */
  boolean isAhead(String commit, String branch) {
    return !run("rev-list", "--max-count=1", commit, "^" + ref(branch)).isEmpty();
  }

  /** Merges a commit into a branch; the merge commit, or empty on a conflict. */
  Optional<String> merge(String commit, String branch, String message) {
    String base = tip(branch).orElseThrow();
    GitResult merged = git.run("merge-tree", "--write-tree", base, commit);
    if (!merged.isOk()) {
      return Optional.empty();
    }
    String made =
        commit(merged.text().lines().findFirst().orElseThrow(), message, List.of(base, commit));
    run("update-ref", ref(branch), made, base);
    return Optional.of(made);
  }

  /** Lines added and deleted between the merge base and a commit. */
  Map<String, Integer> size(String base, String commit) {
    int added = 0;
    int deleted = 0;
    for (String line : run("diff", "--numstat", ref(base) + "..." + commit).lines().toList()) {
      String[] parts = line.split("\t", 3);
      added += Integer.parseInt(parts[0]);
      deleted += Integer.parseInt(parts[1]);
    }
    return Map.of("additions", added, "deletions", deleted);
  }

  /**
   * A file that a commit changes.
   *
   * @param status as GitHub calls it
   * @param before its path before it was renamed
   */
  record Changed(String status, String path, Optional<String> before) {
    private static Changed read(String line) {
      String[] parts = line.split("\t", -1);
      return switch (parts[0].charAt(0)) {
        case 'A' -> new Changed("added", parts[1], Optional.empty());
        case 'D' -> new Changed("removed", parts[1], Optional.empty());
        case 'R' -> new Changed("renamed", parts[2], Optional.of(parts[1]));
        default -> new Changed("modified", parts[1], Optional.empty());
      };
    }
  }

  /** The files that a commit changes since the merge base. */
  List<Changed> changed(String base, String commit) {
    return run("diff", "-M", "--name-status", ref(base) + "..." + commit)
        .lines()
        .map(Changed::read)
        .toList();
  }

  String message(String commit) {
    return run("log", "-1", "--format=%B", commit);
  }

  private static String ref(String branch) {
    return "refs/heads/" + branch;
  }

  private String run(String... arguments) {
    return ok(git.run(arguments)).text();
  }

  private static GitResult ok(GitResult result) {
    if (!result.isOk()) {
      throw new IllegalStateException(result.failure());
    }
    return result;
  }
}
