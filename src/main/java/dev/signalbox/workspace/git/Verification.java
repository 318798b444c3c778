package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.workspace.VerifyOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a command on a checkout of its own, with a git folder of its own. */
final class Verification {
  private final SharedRepository repository;
  private final CommandWalls walls;
  private final Path hidden;

  /**
   * Runs nothing yet.
   *
   * @param hidden the folder of all scratch folders
   */
  Verification(SharedRepository repository, CommandWalls walls, Path hidden) {
    this.repository = repository;
    this.walls = walls;
    this.hidden = hidden;
  }

  VerifyOutcome run(String commit, String command, Path scratch)
      throws IOException, WorkspaceException {
    Optional<String> found =
        RefName.isObjectId(commit) ? repository.commit(commit) : Optional.empty();
    if (found.isEmpty()) {
      throw WorkspaceException.lasting("verify: expected a computed commit, found " + commit);
    }
    Path tree = scratch.resolve("tree");
    checkOut(found.get(), tree);
    ApprovedCommand.Ended ended =
        new ApprovedCommand(walls)
            .run(command, tree, scratch.resolve("home"), List.of(repository.objects()), hidden);
    if (ended.isLate()) {
      String log = ended.log().strip() + "\nverify: expected an end in time, found none\n";
      return new VerifyOutcome.Failed(ended.exit(), log);
    }
    return ended.exit() == 0
        ? new VerifyOutcome.Passed()
        : new VerifyOutcome.Failed(ended.exit(), ended.log());
  }

  /** Without any configuration, so that no filter runs on what an agent wrote. */
  private void checkOut(String commit, Path tree) throws IOException, WorkspaceException {
    Path gitFolder = tree.resolve(".git");
    Files.createDirectories(gitFolder.resolve("refs").resolve("heads"));
    Path info = Files.createDirectories(gitFolder.resolve("objects").resolve("info"));
    Folders.note(info.resolve("alternates"), repository.objects() + "\n");
    Folders.note(gitFolder.resolve("config"), repository.ownConfiguration(""));
    Folders.note(gitFolder.resolve("HEAD"), commit + "\n");
    GitProgram git =
        repository
            .git()
            .in(tree)
            .withoutConfiguration()
            .withGitFolder(gitFolder)
            .with("GIT_WORK_TREE", tree.toString());
    SharedRepository.must(git.run("read-tree", "-m", "-u", commit));
  }
}
