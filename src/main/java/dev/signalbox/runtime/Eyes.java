package dev.signalbox.runtime;

import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.limit.Limits;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Looks at the pull requests that sessions wait for: soon after a change, later and later while
 * there is none. What webhooks tell comes faster; this sees what they do not tell.
 */
final class Eyes {
  private final Ports.Services services;
  private final Clock clock;
  private final Executor looking;
  private final Consumer<Input> mouth;
  private final Map<SessionId, Pace> paces = new ConcurrentHashMap<>();

  /** When a session's pull request is looked at next. */
  private static final class Pace {
    private Duration pause = Limits.LOOK_FIRST;
    private Instant next = Instant.MIN;
    private Optional<PullRequestLook> seen = Optional.empty();
    private boolean isLooking;
  }

  /**
   * Eyes for one run.
   *
   * @param looking runs looks, which wait for the forge
   */
  Eyes(Ports.Services services, Clock clock, Executor looking, Consumer<Input> mouth) {
    this.services = services;
    this.clock = clock;
    this.looking = looking;
    this.mouth = mouth;
  }

  /** Begins the looks that are due, and waits for none of them. */
  void look(RunState state) {
    services
        .pullRequests()
        .ifPresent(requests ->
            state
                .sessions()
                .values()
                .forEach(session ->
                    session
                        .trace()
                        .pullRequest()
                        .filter(_ -> isWaiting(session.state()))
                        .ifPresent(shown -> look(requests, session, shown))));
  }

  private static boolean isWaiting(SessionState state) {
    return switch (state) {
      case SessionState.InReview(String _, SessionState.ReviewStep step) ->
          step instanceof SessionState.ReviewStep.Open;
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          step instanceof SessionState.MergeStep.Waiting;
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Live _,
          SessionState.BackingOff _,
          SessionState.Merged _,
          SessionState.Halted _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          false;
    };
  }

  private void look(PullRequests requests, Session session, PullRequestShown shown) {
    Pace pace = paces.computeIfAbsent(session.id(), _ -> new Pace());
    synchronized (pace) {
      boolean isNew = shown.look().isEmpty() && pace.seen.isPresent();
      if (isNew) {
        // It shows another commit than when it was looked at last.
        pace.seen = Optional.empty();
        pace.pause = Limits.LOOK_FIRST;
        pace.next = Instant.MIN;
      }
      if (pace.isLooking || clock.instant().isBefore(pace.next)) {
        return;
      }
      pace.isLooking = true;
    }
    looking.execute(() -> lookNow(requests, session.id(), shown.number(), pace));
  }

  private void lookNow(PullRequests requests, SessionId id, int number, Pace pace) {
    Optional<PullRequestLook> look = Optional.empty();
    try {
      if (requests.look(number) instanceof Outcome.Done<PullRequests.Seen>(var seen)) {
        look = Optional.of(seen.look());
        // What was said stands against a merge, so it comes before what would let it go on.
        services.remarks().ifPresent(reader -> reader.read(seen).forEach(mouth));
        mouth.accept(new Input.PullRequestSeen(id, seen.look()));
      }
    } finally {
      rest(pace, look);
    }
  }

  private void rest(Pace pace, Optional<PullRequestLook> look) {
    synchronized (pace) {
      boolean isNews = look.isPresent() && !look.equals(pace.seen);
      Duration doubled = pace.pause.multipliedBy(2);
      Duration now = isNews ? Limits.LOOK_FIRST : pace.pause;
      pace.next = clock.instant().plus(now);
      pace.pause =
          isNews ? now : doubled.compareTo(Limits.LOOK_MAX) < 0 ? doubled : Limits.LOOK_MAX;
      pace.seen = look.or(() -> pace.seen);
      pace.isLooking = false;
    }
  }

  /** Something happened around a session: its pull request is looked at soon. */
  void nudge(SessionId session) {
    Pace pace = paces.get(session);
    if (pace != null) {
      synchronized (pace) {
        pace.next = Instant.MIN;
      }
    }
  }
}
