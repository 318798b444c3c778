package dev.signalbox.workspace.git;

import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.WorkspaceOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Makes one workspace ready, in steps that a kill may interrupt anywhere.
 *
 * <p>A clone is made aside and moved into place when it is whole, so a workspace in its place was
 * made completely; what follows is done again until it is marked as done.
 */
final class WorkspacePreparation {
  /** In the view: the commit that the session started from, should the pin be lost. */
  private static final String START = "start";

  /** In the view: the hash of the command that has prepared the workspace. */
  private static final String PREPARED = "prepared";

  private final WorkspacePlaces places;
  private final SharedRepository repository;
  private final CommandWalls walls;
  private final WorkspaceOrder order;
  private final SessionKey session;
  private final Path workspace;
  private final Path notes;

  WorkspacePreparation(
      WorkspacePlaces places,
      SharedRepository repository,
      CommandWalls walls,
      WorkspaceOrder order) {
    this.places = places;
    this.repository = repository;
    this.walls = walls;
    this.order = order;
    this.session = order.session();
    this.workspace = places.workspace(session);
    this.notes = places.view(session);
  }

  /** Does what is missing; the commit that the session started from. */
  String prepare() throws IOException, WorkspaceException {
    RefName.ofBranch(order.base());
    RefName.ofBranch(order.branch());
    Files.createDirectories(notes);
    WorkspaceFiles files = new WorkspaceFiles(order, repository.root(), notes);
    files.check();
    String start = Folders.isThere(workspace) ? startOfExisting() : make(files);
    WorkspaceView view = WorkspaceView.open(notes, workspace, repository);
    view.exclude(files.excluded());
    files.addTo(workspace);
    if (order.prepare().isPresent()) {
      runOnce(order.prepare().get());
    }
    return start;
  }

  private String make(WorkspaceFiles files) throws IOException, WorkspaceException {
    String start = start();
    repository.pin(SharedRepository.baseRef(session), start);
    Path making = places.making(session);
    Folders.remove(making);
    new WorkspaceClone(repository).into(making, order.base(), shown(start), start, order.branch());
    files.addTo(making);
    Files.deleteIfExists(notes.resolve(PREPARED));
    Folders.note(notes.resolve(START), start + "\n");
    WorkspaceView.takeIndex(notes, making.resolve(".git"));
    Files.createDirectories(Folders.parentOf(workspace));
    Folders.move(making, workspace);
    return start;
  }

  private String start() throws WorkspaceException {
    String base = repository.branch(order.base());
    if (order.start().isEmpty()) {
      return base;
    }
    return repository
        .commit(order.start().get())
        .orElseThrow(() ->
            WorkspaceException.lasting(
                "start: expected commit " + order.start().get() + ", found none"));
  }

  /** Where the base is seen: where the work that is started from left it. */
  private String shown(String start) throws WorkspaceException {
    return order.start().isEmpty()
        ? start
        : repository.forkPoint(start, List.of(repository.branch(order.base()))).orElse(start);
  }

  private String startOfExisting() throws IOException, WorkspaceException {
    if (!Folders.isFolder(workspace) || !Folders.isFolder(workspace.resolve(".git"))) {
      throw WorkspaceException.lasting(
          "workspace: expected a clone, found something else at " + workspace);
    }
    String ref = SharedRepository.baseRef(session);
    Optional<String> pinned = repository.commit(ref);
    if (pinned.isPresent()) {
      return pinned.get();
    }
    String noted = WorkspaceRefs.text(notes.resolve(START), 100).strip();
    String start =
        repository
            .commit(noted)
            .orElseThrow(() ->
                WorkspaceException.lasting("workspace: expected the ref " + ref + ", found none"));
    repository.pin(ref, start);
    return start;
  }

  private void runOnce(String command) throws IOException, WorkspaceException {
    Path mark = notes.resolve(PREPARED);
    String hash = hash(command);
    if (WorkspaceRefs.text(mark, 100).strip().equals(hash)) {
      return;
    }
    Path home = places.home(session);
    try {
      Folders.remove(home);
      ApprovedCommand.Ended ended =
          new ApprovedCommand(walls)
              .run(command, workspace, home, List.of(repository.objects()), places.root());
      if (ended.isLate() || ended.exit() != 0) {
        String found = ended.isLate() ? "no end in time" : "exit code " + ended.exit();
        throw WorkspaceException.lasting(
            "prepare: expected success, found " + found + "\n" + ended.log().strip());
      }
    } finally {
      Folders.remove(home);
    }
    Folders.note(mark, hash + "\n");
  }

  private static String hash(String command) {
    try {
      byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected every Java to have SHA-256", e);
    }
  }
}
