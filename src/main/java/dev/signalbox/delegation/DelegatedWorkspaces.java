package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.Upstream;
import dev.signalbox.workspace.WorkLook;
import dev.signalbox.workspace.WorkQuestion;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The work of agents elsewhere: there is no clone of ours, only their branch upstream. */
public final class DelegatedWorkspaces implements Workspaces {
  private final Path root;
  private final Workspaces here;
  private final Upstream upstream;
  private final Forge forge;

  /**
   * Workspaces of agents elsewhere.
   *
   * @param root the folder of what was seen of them: {@link DelegatedRunner}'s
   * @param here those on this machine, whose objects these share
   */
  public DelegatedWorkspaces(Path root, Workspaces here, Upstream upstream, Forge forge) {
    this.root = root;
    this.here = here;
    this.upstream = upstream;
    this.forge = forge;
  }

  @Override
  public Path folderOf(SessionKey session) {
    return root.resolve(session.toString());
  }

  @Override
  public Path sharedObjects() {
    return here.sharedObjects();
  }

  @Override
  public PrepareOutcome prepare(WorkspaceOrder order) {
    return switch (upstream.begin(order.session(), order.base())) {
      case Outcome.Done<String>(String commit) ->
          new PrepareOutcome.Ready(folderOf(order.session()), commit);
      case Outcome.Failed<String>(Failure failure) ->
          new PrepareOutcome.Failed(failure.reason(), failure.kind().mayPass());
    };
  }

  @Override
  public Optional<String> refresh(SessionKey session, String base) {
    return Optional.empty();
  }

  @Override
  public Optional<String> unlock(SessionKey session) {
    return Optional.empty();
  }

  /** The pull request that was found of the session, as it is now. */
  public Outcome<PullRequest> pullRequestOf(SessionKey session) {
    return found(session)
        .map(forge::read)
        .orElseGet(() ->
            new Outcome.Failed<>(
                Failure.of(
                    Failure.Kind.REFUSED,
                    "expected a pull request of " + session + ", found none")));
  }

  /** The same; empty where none was found. */
  public Outcome<Optional<PullRequest>> anyOf(SessionKey session) {
    return found(session).isEmpty()
        ? new Outcome.Done<>(Optional.empty())
        : pullRequestOf(session).map(Optional::of);
  }

  /** A later attempt goes on with the pull request of the one before, if that was open then. */
  private Optional<Integer> found(SessionKey session) {
    Attempts attempts = new Attempts(root);
    Optional<Integer> found = Optional.empty();
    for (AttemptKey attempt : attempts.of(session)) {
      List<WatchEvent> events = attempts.log(attempt).events();
      Optional<Integer> before =
          WatchEvent.last(events, Kind.HANDING).isPresent() ? Known.of(events).goneOnWith() : found;
      found = Choosing.chosen(events).or(() -> before);
    }
    return found;
  }

  /** A pull request says what a summary says; without one nothing is there. */
  @Override
  public ExitLook look(SessionKey session, String branch) {
    if (found(session).isEmpty()) {
      return new ExitLook(Optional.empty(), 0, List.of(), true, Optional.of("No pull request."));
    }
    return switch (pullRequestOf(session)) {
      case Outcome.Done<PullRequest>(PullRequest request) ->
          seen(
              Optional.of(request.head().commit()),
              (request.text().title() + "\n\n" + request.text().body()).strip());
      // A forge that is away says nothing about the work: taking it in asks again.
      case Outcome.Failed<PullRequest>(Failure failure) ->
          seen(Optional.empty(), "Its pull request could not be read: " + failure.reason());
    };
  }

  private static ExitLook seen(Optional<String> tip, String summary) {
    return new ExitLook(tip, 1, List.of(), true, Optional.of(summary));
  }

  @Override
  public TakeInOutcome takeIn(SessionKey session, String branch, String base) {
    Outcome<TakeInOutcome.TakenIn> taken =
        found(session).isEmpty()
            ? upstream
                .begin(session, base)
                .map(start -> new TakeInOutcome.TakenIn(start, List.of()))
            : pullRequestOf(session)
                .then(request -> upstream.take(session, request.head().branch(), base));
    return switch (taken) {
      case Outcome.Done<TakeInOutcome.TakenIn>(TakeInOutcome.TakenIn it) -> it;
      case Outcome.Failed<TakeInOutcome.TakenIn>(Failure failure) ->
          new TakeInOutcome.Failed(failure.reason(), failure.kind().mayPass());
    };
  }

  @Override
  public WorkLook describe(SessionKey session, WorkQuestion question) {
    return here.describe(session, question);
  }

  @Override
  public CleanOutcome clean(SessionKey session, String base) {
    return switch (upstream.forget(session)) {
      case Outcome.Done<Nothing> _ -> new CleanOutcome.Absent();
      case Outcome.Failed<Nothing>(Failure failure) -> new CleanOutcome.Kept(failure.reason());
    };
  }

  @Override
  public List<SessionKey> list() {
    return List.of();
  }
}
