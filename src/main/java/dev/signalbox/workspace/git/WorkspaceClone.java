package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a clone that is whole, or not there. */
final class WorkspaceClone {
  private final SharedRepository repository;

  WorkspaceClone(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * Clones into a folder that is not there, on a new branch at {@code start}.
   *
   * @param base the branch that is cloned; it may have moved on from {@code start}
   */
  void into(Path folder, String base, String start, String branch)
      throws IOException, WorkspaceException {
    Path parent = Files.createDirectories(Folders.parentOf(folder));
    GitProgram git = repository.cloning().in(parent);
    SharedRepository.must(
        git.run(
            List.of(
                "clone",
                "--quiet",
                "--shared",
                "--no-tags",
                "--single-branch",
                "--no-checkout",
                "--template=",
                "--branch",
                base,
                "--",
                repository.source().toString(),
                folder.toString()),
            ""));
    Files.createDirectories(folder.resolve(".git").resolve("info"));
    GitProgram inside = git.in(folder).withGitFolder(folder.resolve(".git"));
    // Both refs at the pinned commit: nothing else is sure to stay in the shared objects.
    SharedRepository.must(
        inside.run(
            List.of("update-ref", "--no-deref", "--stdin"),
            "update refs/remotes/origin/%s %s\nupdate refs/heads/%s %s\n"
                .formatted(base, start, base, start)));
    SharedRepository.must(
        inside
            .with("GIT_WORK_TREE", folder.toString())
            .run("checkout", "--quiet", "--no-track", "-B", branch, start, "--"));
    identify(inside);
  }

  /** Inside the walls a person's own configuration is not seen, and a commit needs a name. */
  private void identify(GitProgram inside) throws WorkspaceException {
    SharedRepository.must(inside.run("config", "user.name", configured("user.name", "Signalbox")));
    SharedRepository.must(
        inside.run("config", "user.email", configured("user.email", "signalbox@localhost")));
  }

  private String configured(String key, String otherwise) {
    String value = repository.git().run("config", "--get", key).text();
    return value.isEmpty() ? otherwise : value;
  }
}
