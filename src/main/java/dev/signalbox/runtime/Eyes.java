package dev.signalbox.runtime;

import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.limit.Limits;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.LookPace;
import dev.signalbox.remote.LookPace.Pauses;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
  private final StrayEyes strays;
  private final Map<SessionId, Pace> paces = new ConcurrentHashMap<>();

  /** When a session's pull request is looked at, and what was seen of the commit it shows. */
  private static final class Pace {
    private final LookPace looks;
    private volatile Instant shownSince = Instant.MIN;
    private volatile Optional<PullRequestLook> seen = Optional.empty();

    Pace(Clock clock) {
      looks = new LookPace(clock, Pauses.doubling(Limits.LOOK_FIRST, Limits.LOOK_MAX));
    }
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
    this.strays = new StrayEyes(services.strays(), clock, looking, mouth);
  }

  /** Begins the looks that are due, and waits for none of them. */
  void look(RunState state) {
    strays.look(state);
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
                        .ifPresent(shown ->
                            look(state.spec().orElseThrow().run(), requests, session, shown))));
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

  private void look(RunId run, PullRequests requests, Session session, PullRequestShown shown) {
    Pace pace = paces.computeIfAbsent(session.id(), _ -> new Pace(clock));
    if (!pace.shownSince.equals(shown.since())) {
      // It shows another commit than when it was looked at last. At once there is nothing to see
      // of it yet: its checks have to begin.
      pace.shownSince = shown.since();
      pace.seen = Optional.empty();
      pace.looks.rest(shown.since().plus(Limits.LOOK_FIRST));
    }
    OnBehalf whom = OnBehalf.of(new SessionKey(run, session.id()), Urgency.LOOK);
    pace.looks.lookIfDue(
        looking, () -> whom.call(() -> lookNow(requests, session.id(), shown.number(), pace)));
  }

  /** Whether it stands otherwise than at the look before. */
  private boolean lookNow(PullRequests requests, SessionId id, int number, Pace pace) {
    if (!(requests.look(number) instanceof Outcome.Done<PullRequests.Seen>(var found))) {
      return false;
    }
    // What was said stands against a merge, so it comes before what would let it go on.
    List<Input.FeedbackCame> said =
        services.remarks().map(reader -> reader.read(found)).orElse(List.of());
    said.forEach(mouth);
    List<FeedbackItem> reviews =
        said.stream()
            .map(Input.FeedbackCame::item)
            .filter(item -> item.kind() == FeedbackItem.Kind.REVIEW)
            .toList();
    mouth.accept(new Input.PullRequestSeen(id, found.look(), reviews));
    Optional<PullRequestLook> before = pace.seen;
    pace.seen = Optional.of(found.look());
    return !pace.seen.equals(before);
  }

  /** Something happened around a pull request of nobody's session: it is looked at soon. */
  void nudge(int pullRequest) {
    strays.nudge(pullRequest);
  }

  /** Something happened around a session: its pull request is looked at soon. */
  void nudge(SessionId session) {
    Pace pace = paces.get(session);
    if (pace != null) {
      pace.looks.nudge();
    }
  }
}
