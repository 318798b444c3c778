package dev.signalbox.runtime;

import dev.signalbox.delegation.FoundRequests;
import dev.signalbox.engine.Closing.End;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.Session;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.pullrequest.PullRequests.Ended;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.Optional;

/** Closes the pull requests of sessions that were given up; their branches stay. */
final class ClosingHands {
  private final Ports.Services services;

  ClosingHands(Ports.Services services) {
    this.services = services;
  }

  /** Closes what is open of the session; one that is merged or closed is left as it is. */
  Input close(Session session, RunSpec spec, Effect.ClosePullRequest it) {
    boolean isElsewhere = session.spec().handling().elsewhere().isPresent();
    Outcome<End> done = isElsewhere ? elsewhere(session, spec, it) : own(session, it);
    return new Input.CloseAnswered(
        it.cause(),
        it.session(),
        switch (done) {
          case Outcome.Done<End>(End end) -> new Input.CloseAnswered.Ended(end);
          case Outcome.Failed<End>(Failure failure) ->
              new Input.CloseAnswered.Failed(failure.reason(), failure.kind().mayPass());
        });
  }

  private Outcome<End> own(Session session, Effect.ClosePullRequest it) {
    Optional<PullRequestShown> shown = session.trace().pullRequest();
    String branch = shown.map(PullRequestShown::branch).orElse(session.spec().handling().branch());
    PullRequests requests = services.pullRequests().orElseThrow();
    String text = explanation(it.why(), branch);
    Outcome<Ended> known =
        shown
            .map(request -> requests.end(request.number(), text))
            .orElseGet(() -> new Outcome.Done<>(Ended.NONE));
    // An opening may have come through without an answer, so that only the forge knows of it.
    return known
        .then(ended ->
            requests
                .from(branch)
                .then(latest ->
                    latest
                        .filter(found -> !isKnown(shown, found))
                        .map(found -> requests.end(found.number(), text))
                        .orElseGet(() -> new Outcome.Done<>(ended))))
        .map(ClosingHands::end);
  }

  private static boolean isKnown(Optional<PullRequestShown> shown, PullRequest found) {
    return shown.filter(it -> it.number() == found.number()).isPresent();
  }

  /** The issue is taken back first, so that its agent does not go on with it. */
  private Outcome<End> elsewhere(Session session, RunSpec spec, Effect.ClosePullRequest it) {
    SessionKey key = new SessionKey(spec.run(), session.id());
    PullRequests requests = services.pullRequests().orElseThrow();
    FoundRequests there = services.elsewhere().orElseThrow();
    return there
        .takeBack(key, session.tally().attempts())
        .then(_ -> there.found(key))
        .then(found ->
            found
                .map(request ->
                    requests.end(request.number(), explanation(it.why(), request.head().branch())))
                .orElseGet(() -> new Outcome.Done<>(Ended.NONE)))
        .map(ClosingHands::end);
  }

  private static End end(Ended ended) {
    return switch (ended) {
      case CLOSED -> End.CLOSED;
      case CLOSED_BEFORE -> End.CLOSED_BEFORE;
      case MERGED_BEFORE -> End.MERGED_BEFORE;
      case NONE -> End.NONE;
    };
  }

  /** Who decided, why, and where the work is. */
  static String explanation(String why, String branch) {
    return ("Signalbox closes this pull request, because its session was given up: %s.\n\n"
            + "The work is kept on the branch `%s`, which stays as it is.")
        .formatted(
            TrackerMarkdown.quiet(why.replaceAll("\\s+", " ").strip()),
            TrackerMarkdown.quiet(branch));
  }
}
