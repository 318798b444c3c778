package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.RecordPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The review records that a repository keeps beside the branches of sessions. */
public final class KeptRecords {
  private final SharedRepository repository;

  private KeptRecords(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * Those of one repository.
   *
   * @param root of its work tree
   * @throws dev.signalbox.error.SignalboxException {@code GIT_FAILED} if there is no repository
   */
  public static KeptRecords in(Path root, Map<String, String> environment) {
    Path folder = root.toAbsolutePath().normalize();
    return new KeptRecords(SharedRepository.at(folder, GitProgram.in(folder, environment)));
  }

  /**
   * The sessions whose record is kept, by run and session.
   *
   * @throws dev.signalbox.error.SignalboxException {@code WORKSPACE_UNREADABLE} if git does not say
   */
  public List<SessionKey> sessions() {
    GitResult found = repository.git().run("for-each-ref", "--format=%(refname)", RecordPlace.REFS);
    if (!found.isOk()) {
      throw WorkspaceException.of(found).asFailure();
    }
    return found.text().lines().flatMap(ref -> session(ref).stream()).sorted().toList();
  }

  private static Optional<SessionKey> session(String ref) {
    String[] parts = ref.substring(RecordPlace.REFS.length()).split("/", -1);
    return parts.length == 2 && RunId.isValid(parts[0]) && SessionId.isValid(parts[1])
        ? Optional.of(new SessionKey(new RunId(parts[0]), new SessionId(parts[1])))
        : Optional.empty();
  }

  /**
   * Why the record is still needed, for a person: its work is not merged. Empty when it can go.
   *
   * @param base the branch in which the work has to be
   */
  public Optional<String> need(SessionKey session, String base) {
    try {
      Optional<String> work = repository.commit(RecordPlace.refOf(session) + "~1");
      boolean isMerged = work.isEmpty() || repository.contains(repository.branch(base), work.get());
      return isMerged ? Optional.empty() : Optional.of("its work is not in " + base);
    } catch (WorkspaceException e) {
      return Optional.of(e.reason());
    }
  }

  /**
   * Removes a record whose work is merged.
   *
   * @return why it stays, for a person; empty when it is gone
   */
  public Optional<String> remove(SessionKey session, String base) {
    Optional<String> need = need(session, base);
    if (need.isPresent()) {
      return need;
    }
    try {
      repository.unpin(RecordPlace.refOf(session));
      return Optional.empty();
    } catch (WorkspaceException e) {
      return Optional.of(e.reason());
    }
  }
}
