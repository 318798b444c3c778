package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.limit.Limits;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.CommittedFile;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import dev.signalbox.workspace.WorkQuestion;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Workspaces as clones that borrow the repository's objects. */
public final class GitWorkspaces implements Workspaces {
  private final WorkspacePlaces places;
  private final SharedRepository repository;
  private final CommandWalls walls;
  private final ScratchFolders scratch;

  private GitWorkspaces(WorkspacePlaces places, SharedRepository repository, CommandWalls walls) {
    this.places = places;
    this.repository = repository;
    this.walls = walls;
    this.scratch = new ScratchFolders(places.records());
  }

  /**
   * Workspaces of one repository.
   *
   * @param repository the root of its work tree
   * @param root the folder for workspaces, outside the repository; made when it is needed
   * @throws dev.signalbox.error.SignalboxException {@code GIT_FAILED} if there is no repository
   */
  public static GitWorkspaces of(Path repository, Path root, CommandWalls walls) {
    GitProgram git = GitProgram.in(repository, walls.inherited());
    return new GitWorkspaces(
        new WorkspacePlaces(root.toAbsolutePath().normalize()),
        SharedRepository.at(repository.toAbsolutePath().normalize(), git),
        walls);
  }

  @Override
  public Path folderOf(SessionKey session) {
    return places.workspace(session);
  }

  @Override
  public Path sharedObjects() {
    return repository.objects();
  }

  @Override
  public PrepareOutcome prepare(WorkspaceOrder order) {
    try {
      String start = new WorkspacePreparation(places, repository, walls, order).prepare();
      return new PrepareOutcome.Ready(folderOf(order.session()), start);
    } catch (WorkspaceException e) {
      return new PrepareOutcome.Failed(e.reason(), e.mayPass());
    } catch (IOException e) {
      WorkspaceException failure = WorkspaceException.of(e);
      return new PrepareOutcome.Failed(failure.reason(), failure.mayPass());
    }
  }

  @Override
  public ExitLook look(SessionKey session, String branch) {
    Path folder = folderOf(session);
    try {
      String name = RefName.ofBranch(branch);
      WorkspaceView view = WorkspaceView.open(places.view(session), folder, repository);
      WorkspaceRefs refs = new WorkspaceRefs(folder.resolve(".git"));
      Optional<String> tip = refs.commit(name);
      Optional<String> start = repository.commit(SharedRepository.baseRef(session));
      int commits =
          tip.isPresent() && start.isPresent() ? view.commitsSince(start.get(), tip.get()) : 0;
      String summary =
          WorkspaceRefs.text(folder.resolve(".sdd-summary.md"), Limits.SUMMARY_BYTES_MAX);
      return new ExitLook(
          tip,
          commits,
          view.uncommitted(refs.head()),
          refs.checkedOut().equals(Optional.of(name)),
          Optional.of(summary).filter(text -> !text.isBlank()).map(walls::redacted));
    } catch (WorkspaceException e) {
      throw e.asFailure();
    } catch (IOException e) {
      throw WorkspaceException.of(e).asFailure();
    }
  }

  @Override
  public String handedInReview(SessionKey session) {
    try {
      Path file = folderOf(session).resolve(".sdd-review.md");
      return walls.redacted(WorkspaceRefs.text(file, ReviewLimits.MILESTONE_BYTES_MAX));
    } catch (IOException e) {
      throw WorkspaceException.of(e).asFailure();
    }
  }

  @Override
  public Map<String, CommittedFile> filesAt(SessionKey session, String commit, List<String> paths) {
    try {
      WorkspaceView view = WorkspaceView.open(places.view(session), folderOf(session), repository);
      return new CommittedFiles(view, walls::redacted).at(commit, paths);
    } catch (WorkspaceException e) {
      throw e.asFailure();
    } catch (IOException e) {
      throw WorkspaceException.of(e).asFailure();
    }
  }

  @Override
  public Optional<String> refresh(SessionKey session, String base) {
    try {
      String commit = repository.branch(base);
      new RemoteRef(folderOf(session), places.making(session)).write(base, commit);
      return Optional.empty();
    } catch (WorkspaceException e) {
      return Optional.of(e.reason());
    } catch (IOException e) {
      return Optional.of(WorkspaceException.of(e).reason());
    }
  }

  @Override
  public Optional<String> unlock(SessionKey session) {
    try {
      StaleLocks.remove(folderOf(session).resolve(".git"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(WorkspaceException.of(e).reason());
    }
  }

  @Override
  public TakeInOutcome takeIn(SessionKey session, String branch, String base) {
    try {
      WorkspaceView view = WorkspaceView.open(places.view(session), folderOf(session), repository);
      return new WorkTaking(repository, view, folderOf(session)).takeIn(session, branch, base);
    } catch (WorkspaceException e) {
      return new TakeInOutcome.Failed(e.reason(), e.mayPass());
    } catch (IOException e) {
      WorkspaceException failure = WorkspaceException.of(e);
      return new TakeInOutcome.Failed(failure.reason(), failure.mayPass());
    }
  }

  @Override
  public WorkLook describe(SessionKey session, WorkQuestion question) {
    try {
      return new WorkDescription(repository, walls::redacted).of(session, question);
    } catch (WorkspaceException e) {
      return new WorkLook.Failed(e.reason(), e.mayPass());
    }
  }

  @Override
  public Optional<String> keepRecord(SessionKey session, String tip, String text) {
    try (ScratchFolders.Scratch folder = scratch.make()) {
      new RecordCommit(repository, folder.path(), session).make(tip, walls.redacted(text));
      return Optional.empty();
    } catch (WorkspaceException e) {
      return Optional.of(e.reason());
    } catch (IOException e) {
      return Optional.of(WorkspaceException.of(e).reason());
    }
  }

  @Override
  public CleanOutcome clean(SessionKey session, String base) {
    try {
      return new WorkspaceRemoval(places, repository, session).clean(base);
    } catch (WorkspaceException e) {
      return new CleanOutcome.Kept(e.reason());
    } catch (IOException e) {
      return new CleanOutcome.Kept(WorkspaceException.of(e).reason());
    }
  }

  /**
   * What would be lost with the workspace, for a person; empty when {@link #clean} would remove it.
   * Changes nothing that anybody sees.
   */
  public Optional<String> wouldLose(SessionKey session, String base) {
    try {
      return new WorkspaceRemoval(places, repository, session).wouldLose(base);
    } catch (WorkspaceException e) {
      return Optional.of(e.reason());
    } catch (IOException e) {
      return Optional.of(WorkspaceException.of(e).reason());
    }
  }

  @Override
  public List<SessionKey> list() {
    return under(places.root());
  }

  /** All workspaces under a root, whatever their repository, by run and session. */
  public static List<SessionKey> under(Path root) {
    List<SessionKey> found = new ArrayList<>();
    for (Path run : foldersIn(root)) {
      if (!RunId.isValid(nameOf(run))) {
        continue;
      }
      for (Path session : foldersIn(run)) {
        if (SessionId.isValid(nameOf(session))) {
          found.add(new SessionKey(new RunId(nameOf(run)), new SessionId(nameOf(session))));
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static List<Path> foldersIn(Path folder) {
    if (!Folders.isFolder(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Folders::isFolder).toList();
    } catch (IOException e) {
      throw WorkspaceException.of(e).asFailure();
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
