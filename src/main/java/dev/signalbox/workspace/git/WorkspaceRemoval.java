package dev.signalbox.workspace.git;

import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Removes a workspace of which nothing would be lost. */
final class WorkspaceRemoval {
  private static final int NAMED_MAX = 5;

  private final WorkspacePlaces places;
  private final SharedRepository repository;
  private final SessionKey session;
  private final Path workspace;

  WorkspaceRemoval(WorkspacePlaces places, SharedRepository repository, SessionKey session) {
    this.places = places;
    this.repository = repository;
    this.session = session;
    this.workspace = places.workspace(session);
  }

  CleanOutcome clean(String base) throws IOException, WorkspaceException {
    String tip = repository.branch(base);
    if (!Folders.isThere(workspace)) {
      unpin(tip);
      sweep();
      return new CleanOutcome.Absent();
    }
    Optional<String> lost = wouldLose(base);
    if (lost.isPresent()) {
      return new CleanOutcome.Kept(lost.get());
    }
    // First, so that a failure leaves the workspace; all of its work is in the base by now.
    unpin(tip);
    Path trash = places.trash(session);
    Folders.remove(trash);
    Files.createDirectories(Folders.parentOf(trash));
    Folders.move(workspace, trash);
    sweep();
    return new CleanOutcome.Removed();
  }

  /** What would be lost with the workspace, which is there; empty for nothing. */
  Optional<String> wouldLose(String base) throws IOException, WorkspaceException {
    WorkspaceView view = WorkspaceView.open(places.view(session), workspace, repository);
    WorkspaceRefs refs = new WorkspaceRefs(workspace.resolve(".git"));
    List<String> uncommitted = view.uncommitted(refs.head());
    if (!uncommitted.isEmpty()) {
      return kept("uncommitted", uncommitted);
    }
    List<String> submodules = view.submodules();
    if (!submodules.isEmpty()) {
      return kept("submodules, which are not looked into", submodules);
    }
    List<String> unmerged = unmerged(view, refs.work(), repository.branch(base));
    return unmerged.isEmpty() ? Optional.empty() : kept("not in " + base, unmerged);
  }

  private List<String> unmerged(WorkspaceView view, SortedMap<String, String> work, String base)
      throws WorkspaceException {
    Optional<String> taken = repository.commit(SharedRepository.sessionRef(session));
    taken.ifPresent(id -> work.put("what was taken in", id));
    // What it started from is another's work, which is kept elsewhere.
    Optional<String> start = repository.commit(SharedRepository.baseRef(session));
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> ref : work.entrySet()) {
      boolean isOthers = start.isPresent() && view.isIn(start.get(), ref.getValue());
      if (!isOthers && !view.isIn(base, ref.getValue())) {
        found.add(ref.getKey());
      }
    }
    return found;
  }

  private static Optional<String> kept(String what, List<String> names) {
    String more =
        names.size() > NAMED_MAX ? " and %d more".formatted(names.size() - NAMED_MAX) : "";
    String named = String.join(", ", names.subList(0, Math.min(NAMED_MAX, names.size())));
    return Optional.of("workspace: expected nothing to lose, found " + what + ": " + named + more);
  }

  /** Taken-in work stays until it is merged. */
  private void unpin(String base) throws WorkspaceException {
    String ref = SharedRepository.sessionRef(session);
    Optional<String> taken = repository.commit(ref);
    if (taken.isPresent() && repository.contains(base, taken.get())) {
      repository.unpin(ref);
    }
    repository.unpin(SharedRepository.baseRef(session));
  }

  /** Removes what is left beside a workspace that is gone. */
  private void sweep() throws IOException {
    Folders.remove(places.trash(session));
    Folders.remove(places.making(session));
    Folders.remove(places.home(session));
    Folders.remove(places.view(session));
  }
}
