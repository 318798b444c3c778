package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.Upstream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The upstream repository as git's remote {@code origin}, with the person's own credentials. */
public final class GitUpstream implements Upstream {
  private static final String REMOTE = "origin";

  private final SharedRepository repository;

  private GitUpstream(SharedRepository repository) {
    this.repository = repository;
  }

  /**
   * The upstream of one repository.
   *
   * @param repository the root of its work tree
   * @param inherited the environment of Signalbox, from which git gets what it needs
   * @throws dev.signalbox.error.SignalboxException {@code GIT_FAILED} if there is no repository
   */
  public static GitUpstream of(Path repository, Map<String, String> inherited) {
    Path root = repository.toAbsolutePath().normalize();
    return new GitUpstream(SharedRepository.at(root, GitProgram.in(root, inherited)));
  }

  /** What a step leads to, with git's words as the reason of a failure. */
  private interface Step<T> {
    Outcome<T> take() throws WorkspaceException;
  }

  private static <T> Outcome<T> run(Step<T> step) {
    try {
      return step.take();
    } catch (WorkspaceException e) {
      return new Outcome.Failed<>(Failure.of(kindOf(e), e.reason()));
    }
  }

  private static Kind kindOf(WorkspaceException failure) {
    return failure.mayPass() ? Kind.UNREACHABLE : RemoteSays.kindOf(failure.reason());
  }

  @Override
  public Outcome<String> sync(String base) {
    return run(() -> {
      String there = fetchBase(base);
      String here = repository.branch(base);
      if (here.equals(there)) {
        return new Outcome.Done<>(there);
      }
      if (!repository.contains(there, here)) {
        return refused(
            "%s: expected no commit that %s has not, found %s; push it, or reset %s to %s/%s"
                .formatted(base, REMOTE, here, base, REMOTE, base));
      }
      return switch (new Landing(repository, base, here, there).land()) {
        case LandOutcome.Landed _ -> new Outcome.Done<>(there);
        case LandOutcome.BaseMoved(String found) ->
            new Outcome.Failed<>(
                Failure.of(Kind.CONFLICTING, base + ": expected " + here + ", found " + found));
        case LandOutcome.Refused(String reason) -> refused(reason);
        case LandOutcome.Failed(String reason, boolean mayPass) ->
            new Outcome.Failed<>(Failure.of(mayPass ? Kind.UNREACHABLE : Kind.REFUSED, reason));
      };
    });
  }

  private String fetchBase(String base) throws WorkspaceException {
    String ref = "refs/signalbox/upstream/" + MergeComputation.component(base);
    return fetch(RefName.ofBranch(base), ref);
  }

  private String fetch(String from, String to) throws WorkspaceException {
    SharedRepository.must(
        repository.git().run(Fetching.command(REMOTE, "+" + from + ":" + to), ""));
    return repository
        .commit(to)
        .orElseThrow(
            () -> WorkspaceException.lasting("git fetch: expected the ref " + to + ", found none"));
  }

  @Override
  public Outcome<Nothing> push(String commit, String branch) {
    return run(() -> new Push(repository, REMOTE, branch).of(commit));
  }

  @Override
  public Outcome<String> begin(SessionKey session, String base) {
    return run(() -> {
      Optional<String> known = repository.commit(SharedRepository.baseRef(session));
      if (known.isPresent()) {
        return new Outcome.Done<>(known.get());
      }
      String there = fetchBase(base);
      repository.pin(SharedRepository.baseRef(session), there);
      return new Outcome.Done<>(there);
    });
  }

  @Override
  public Outcome<TakeInOutcome.TakenIn> take(SessionKey session, String branch, String base) {
    return run(() -> {
      String tip = fetch(RefName.ofBranch(branch), SharedRepository.sessionRef(session));
      return new Outcome.Done<>(
          new TakeInOutcome.TakenIn(tip, new ChangedPaths(repository).of(session, base, tip)));
    });
  }

  @Override
  public Outcome<Nothing> forget(SessionKey session) {
    return run(() -> {
      repository.unpin(SharedRepository.baseRef(session));
      repository.unpin(SharedRepository.sessionRef(session));
      return Outcome.done();
    });
  }

  private static <T> Outcome<T> refused(String reason) {
    return new Outcome.Failed<>(Failure.of(Kind.REFUSED, reason));
  }
}
