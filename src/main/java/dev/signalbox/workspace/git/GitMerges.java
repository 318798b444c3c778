package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.VerifyOutcome;
import java.io.IOException;
import java.nio.file.Path;

/** Merges made without a checkout, and landed in one step. */
public final class GitMerges implements Merges {
  private final SharedRepository repository;
  private final ScratchFolders scratch;
  private final CommandWalls walls;

  private GitMerges(SharedRepository repository, ScratchFolders scratch, CommandWalls walls) {
    this.repository = repository;
    this.scratch = scratch;
    this.walls = walls;
  }

  /**
   * Merges in one repository.
   *
   * @param repository the root of its work tree
   * @param scratch a folder outside the repository that nobody else uses; made when it is needed
   * @throws dev.signalbox.error.SignalboxException {@code GIT_FAILED} if there is no repository
   */
  public static GitMerges of(Path repository, Path scratch, CommandWalls walls) {
    GitProgram git = GitProgram.in(repository, walls.inherited());
    return new GitMerges(
        SharedRepository.at(repository.toAbsolutePath().normalize(), git),
        new ScratchFolders(scratch.toAbsolutePath().normalize()),
        walls);
  }

  @Override
  public MergeOutcome compute(MergeOrder order) {
    try (ScratchFolders.Scratch folder = scratch.make()) {
      return redacted(new MergeComputation(repository, folder.path(), order).compute());
    } catch (WorkspaceException e) {
      return new MergeOutcome.Failed(e.reason(), e.mayPass());
    } catch (IOException e) {
      WorkspaceException failure = WorkspaceException.of(e);
      return new MergeOutcome.Failed(failure.reason(), failure.mayPass());
    }
  }

  /** Conflicts show what agents wrote into files. */
  private MergeOutcome redacted(MergeOutcome outcome) {
    return outcome instanceof MergeOutcome.Conflict(var base, var paths, var shown)
        ? new MergeOutcome.Conflict(base, paths, walls.redacted(shown))
        : outcome;
  }

  @Override
  public VerifyOutcome verify(String commit, String command) {
    try (ScratchFolders.Scratch folder = scratch.make()) {
      return new Verification(repository, walls, scratch.root())
          .run(commit, command, folder.path());
    } catch (WorkspaceException e) {
      return new VerifyOutcome.NotRun(e.reason(), e.mayPass());
    } catch (IOException e) {
      WorkspaceException failure = WorkspaceException.of(e);
      return new VerifyOutcome.NotRun(failure.reason(), failure.mayPass());
    }
  }

  @Override
  public LandOutcome land(LandOrder order) {
    try {
      LandOutcome outcome =
          new Landing(repository, order.base(), order.expectedBase(), order.commit()).land();
      if (outcome instanceof LandOutcome.Landed) {
        repository.unpin(MergeComputation.pinOf(order.base()));
      }
      return outcome;
    } catch (WorkspaceException e) {
      return new LandOutcome.Failed(e.reason(), e.mayPass());
    }
  }
}
