package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a clone that is whole, or not there. */
final class WorkspaceClone {
  private final SharedRepository repository;

  WorkspaceClone(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * Clones into a folder that is not there, on a new branch at {@code start}.
   *
   * @param base the branch that is cloned; it may have moved on from {@code shown}
   * @param shown the commit that it shall be seen at, which {@code start} holds: nothing else is
   *     sure to stay
   */
  void into(Path folder, String base, String shown, String start, String branch)
      throws IOException, WorkspaceException {
    Path parent = Files.createDirectories(Folders.parentOf(folder));
    GitProgram git = repository.cloning().in(parent);
    List<String> arguments =
        new ArrayList<>(List.of("clone", "--quiet", "--shared", "--no-tags", "--single-branch"));
    arguments.addAll(List.of("--no-checkout", "--template=", "--branch", base));
    for (Map.Entry<String, String> setting : identity().entrySet()) {
      arguments.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue()));
    }
    arguments.addAll(List.of("--", repository.source().toString(), folder.toString()));
    SharedRepository.must(git.run(arguments, ""));
    Path gitFolder = folder.resolve(".git");
    Files.createDirectories(gitFolder.resolve("info"));
    GitProgram inside = git.in(folder).withGitFolder(gitFolder);
    if (!new WorkspaceRefs(gitFolder).head().equals(Optional.of(shown))) {
      moveBack(inside, base, shown);
    }
    SharedRepository.must(
        inside
            .with("GIT_WORK_TREE", folder.toString())
            .run("checkout", "--quiet", "--no-track", "-B", branch, start, "--"));
  }

  private static void moveBack(GitProgram inside, String base, String shown)
      throws WorkspaceException {
    String lines =
        "update refs/remotes/origin/%s %s\nupdate refs/heads/%s %s\n"
            .formatted(base, shown, base, shown);
    SharedRepository.must(inside.run(List.of("update-ref", "--no-deref", "--stdin"), lines));
  }

  /** Inside the walls a person's own configuration is not seen, and a commit needs a name. */
  private Map<String, String> identity() {
    Map<String, String> identity = new TreeMap<>();
    identity.put("user.name", "Signalbox");
    identity.put("user.email", "signalbox@localhost");
    // Each value is a key, a line end and the value itself.
    for (String value :
        repository.git().run("config", "-z", "--get-regexp", "^user\\.(name|email)$").values()) {
      String[] parts = value.split("\n", 2);
      if (parts.length == 2 && !parts[1].isBlank()) {
        identity.put(parts[0], parts[1]);
      }
    }
    return identity;
  }
}
