package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Forge;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.LookPace;
import dev.signalbox.remote.LookPace.Pauses;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Tracker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Agents elsewhere as if they ran here: a start is a delegation, the output is what trackers and
 * forges show of the agent, a stop takes the issue back.
 *
 * <p>Reading the output looks at services now and then, in a thread of its own: soon after there
 * was news, later and later while there is none. A nudge looks at once.
 */
public final class DelegatedRunner implements AgentRunner {
  private static final ProcessIdentity NO_PROCESS = new ProcessIdentity(0, "", "");

  private final Attempts attempts;
  private final Errand.Book errands;
  private final Post post;
  private final Search search;
  private final Handing handing;
  private final Clock clock;
  private final Looking looking;
  private final Map<AttemptKey, Pace> paces = new ConcurrentHashMap<>();

  /** When an attempt is looked at. */
  private static final class Pace {
    private final LookPace looks;

    /** Held while messages are said, so that each is said by one thread. */
    private final Object saying = new Object();

    Pace(Clock clock, Looking looking) {
      looks = new LookPace(clock, looking.pauses());
    }
  }

  /**
   * How services are looked at.
   *
   * @param executor runs looks, one at a time for an attempt
   * @param isTold whether webhooks tell what happens: then looks are few
   */
  public record Looking(Executor executor, boolean isTold) {
    private Pauses pauses() {
      return isTold
          ? new Pauses(
              Limits.ELSEWHERE_TOLD_FIRST, Limits.ELSEWHERE_TOLD_GROWTH, Limits.ELSEWHERE_TOLD_MAX)
          : Pauses.doubling(Limits.ELSEWHERE_LOOK_FIRST, Limits.ELSEWHERE_LOOK_MAX);
    }
  }

  /**
   * A runner.
   *
   * @param root the folder of what was seen, which nobody else writes to
   * @param rule asked before an issue is handed over
   */
  public DelegatedRunner(
      Path root,
      Errand.Book errands,
      Tracker tracker,
      Forge forge,
      HandingRule rule,
      Clock clock,
      Looking looking) {
    this.attempts = new Attempts(root);
    this.errands = errands;
    this.post = new Post(tracker, forge, rule);
    this.search = new Search(tracker, forge);
    this.handing = new Handing(post, search, attempts, clock);
    this.clock = clock;
    this.looking = looking;
  }

  private WatchLog log(AttemptKey attempt) {
    return attempts.log(attempt);
  }

  private Outbox outbox(AttemptKey attempt) {
    return new Outbox(attempts.folder(attempt).resolve("out"));
  }

  private WatchEvent event(Kind kind, String id, String text) {
    return new WatchEvent(kind, clock.instant(), id, text);
  }

  @Override
  public StartOutcome start(LaunchOrder order) {
    AttemptKey attempt = order.attempt();
    List<WatchEvent> before = log(attempt).events();
    if (isBegun(before)) {
      return new StartOutcome.Started(NO_PROCESS);
    }
    return switch (handing.hand(attempt, errands.of(attempt.session()), order.prompt())) {
      case Outcome.Done<Nothing> _ -> {
        // At once there is nothing to see of it yet, unless another process handed it over before.
        if (WatchEvent.last(before, Kind.HANDING).isEmpty()) {
          pace(attempt).looks.restFirst();
        }
        yield new StartOutcome.Started(NO_PROCESS);
      }
      case Outcome.Failed<Nothing>(Failure failure) ->
          new StartOutcome.Refused(failure.reason(), failure.kind().mayPass());
    };
  }

  /** Handed over, or stopped while that was done: it does not come to life later. */
  private static boolean isBegun(List<WatchEvent> events) {
    return WatchEvent.last(events, Kind.HANDED).isPresent() || isLeft(events);
  }

  @Override
  public void send(AttemptKey attempt, long sequence, AgentMessage message) {
    switch (message) {
      case AgentMessage.Say(String text) -> outbox(attempt).put(sequence, text);
      case AgentMessage.Choose(String question, List<String> answers) -> {
        if (Choosing.isQuestion(question)) {
          choose(attempt, question, String.join("\n", answers));
        } else {
          outbox(attempt).put(sequence, String.join("\n", answers));
        }
      }
      case AgentMessage.Deny(String question, String why) -> {
        if (Choosing.isQuestion(question)) {
          choose(attempt, question, Choosing.NONE);
        } else {
          outbox(attempt).put(sequence, why);
        }
      }
      case AgentMessage.Interrupt _ ->
          outbox(attempt).put(sequence, "Please pause here: a person decides how this goes on.");
      case AgentMessage.EndInput _ -> end(attempt, 0, "");
      case AgentMessage.Allow _, AgentMessage.ApprovePlan _ -> {
        // An agent elsewhere asks for no permission and shows no plan.
      }
    }
    deliver(attempt);
  }

  /** A person's word on which pull request it is. Other words are no answer: it is asked again. */
  private void choose(AttemptKey attempt, String question, String words) {
    synchronized (this) {
      WatchLog log = log(attempt);
      if (Choosing.isOpen(log.events(), question)) {
        Optional<Integer> number = Choosing.answer(question, words);
        WatchEvent answered = event(Kind.ANSWERED, question, "");
        log.add(
            number.isPresent() || Choosing.isNone(words)
                ? List.of(
                    event(Kind.CHOSEN, question, number.map(String::valueOf).orElse("")), answered)
                : List.of(answered));
      }
    }
    pace(attempt).looks.nudge();
  }

  private void end(AttemptKey attempt, int code, String text) {
    synchronized (this) {
      WatchLog log = log(attempt);
      if (WatchEvent.last(log.events(), Kind.ENDED).isEmpty()) {
        log.add(List.of(event(Kind.ENDED, String.valueOf(code), text)));
      }
    }
  }

  /** What could not be said is said at the next look. */
  private void deliver(AttemptKey attempt) {
    synchronized (pace(attempt).saying) {
      List<WatchEvent> events = log(attempt).events();
      if (WatchEvent.last(events, Kind.HANDED).isEmpty() || isLeft(events)) {
        return;
      }
      Optional<Integer> request = Choosing.chosen(events).or(() -> Known.of(events).goneOnWith());
      Errand errand = errands.of(attempt.session());
      for (Post.Said said : outbox(attempt).waiting()) {
        if (!isSaid(post.say(attempt, errand, request, said))) {
          return;
        }
        outbox(attempt).sent(said.sequence());
      }
    }
  }

  /** Whether the issue is not the agent's any more, so that nobody reads what is said to it. */
  private static boolean isLeft(List<WatchEvent> events) {
    return WatchEvent.last(events, Kind.STOPPING).isPresent()
        || WatchEvent.last(events, Kind.ENDED).isPresent();
  }

  /** What somebody removed was said before. */
  private static boolean isSaid(Outcome<Nothing> outcome) {
    return switch (outcome) {
      case Outcome.Done<Nothing> _ -> true;
      case Outcome.Failed<Nothing>(Failure failure) -> failure.kind() == Failure.Kind.CONFLICTING;
    };
  }

  @Override
  public Transcript open(AttemptKey attempt, long offset) {
    return new WatchTranscript(log(attempt), offset, () -> lookIfDue(attempt));
  }

  @Override
  public Pulse pulse(AttemptKey attempt) {
    return WatchTranscript.pulse(log(attempt).bytes());
  }

  @Override
  public Liveness look(AttemptKey attempt) {
    List<WatchEvent> events = log(attempt).events();
    if (!isBegun(events)) {
      return new Liveness.NotStarted();
    }
    return WatchEvent.last(events, Kind.ENDED)
        .<Liveness>map(
            end -> new Liveness.Over(new AgentExit.Ended(Integer.parseInt(end.id()), end.text())))
        .orElseGet(() -> new Liveness.Running(NO_PROCESS));
  }

  @Override
  public void stop(AttemptKey attempt, StopManner manner) {
    WatchLog log = log(attempt);
    synchronized (this) {
      List<WatchEvent> events = log.events();
      if (!log.exists() || WatchEvent.last(events, Kind.ENDED).isPresent()) {
        return;
      }
      if (WatchEvent.last(events, Kind.STOPPING).isEmpty()) {
        log.add(List.of(event(Kind.STOPPING, "", "")));
      }
    }
    if (!takeBack(attempt)) {
      pace(attempt).looks.nudge();
    }
  }

  /**
   * Takes the issue back from an agent that may be done with it; nothing is done where its stop did
   * so before.
   */
  public Outcome<Nothing> release(AttemptKey attempt) {
    boolean isTakenBack =
        WatchEvent.last(log(attempt).events(), Kind.ENDED)
            .filter(end -> end.id().equals(String.valueOf(Limits.TAKEN_BACK_EXIT)))
            .isPresent();
    return isTakenBack ? Outcome.done() : post.takeBack(attempt, errands.of(attempt.session()));
  }

  private boolean takeBack(AttemptKey attempt) {
    boolean isTaken =
        post.takeBack(attempt, errands.of(attempt.session())) instanceof Outcome.Done<Nothing>;
    if (isTaken) {
      end(attempt, Limits.TAKEN_BACK_EXIT, "the issue was taken back");
    }
    return isTaken;
  }

  private Pace pace(AttemptKey attempt) {
    return paces.computeIfAbsent(attempt, _ -> new Pace(clock, looking));
  }

  /** Something happened around a session: its agent is looked at soon. */
  public void nudge(SessionKey session) {
    paces.forEach((attempt, pace) -> {
      if (attempt.session().equals(session)) {
        pace.looks.nudge();
      }
    });
  }

  private void lookIfDue(AttemptKey attempt) {
    OnBehalf whom = OnBehalf.of(attempt.session(), Urgency.LOOK);
    pace(attempt).looks.lookIfDue(looking.executor(), () -> whom.call(() -> lookNow(attempt)));
  }

  private boolean lookNow(AttemptKey attempt) {
    WatchLog log = log(attempt);
    List<WatchEvent> events = log.events();
    if (WatchEvent.last(events, Kind.ENDED).isPresent() || !isBegun(events)) {
      return false;
    }
    if (WatchEvent.last(events, Kind.STOPPING).isPresent()) {
      takeBack(attempt);
      return true;
    }
    deliver(attempt);
    Errand errand = errands.of(attempt.session());
    if (!(search.look(errand, events) instanceof Outcome.Done<Sight>(Sight sight))) {
      // A look that failed says nothing: the next one may.
      return false;
    }
    synchronized (this) {
      List<WatchEvent> news = Watch.news(log.events(), sight, clock.instant());
      log.add(news);
      return !news.isEmpty();
    }
  }
}
