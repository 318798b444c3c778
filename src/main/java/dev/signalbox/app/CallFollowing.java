package dev.signalbox.app;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.linear.LinearAgentSessions;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells in Linear how the session stands that works on the issue of a call: each change once, and
 * now and then that it still works, since Linear shows an agent as stale after half an hour of
 * silence. What is to be said is kept before it is said, under the key that it is said with, so
 * that a kill in between says it neither twice nor never.
 */
final class CallFollowing {
  private final LinearAgentSessions linear;
  private final FollowedCalls calls;
  private final Supplier<Seen> seeing;
  private final InstantSource clock;
  private final Consumer<String> log;

  /**
   * What is to be seen of runs.
   *
   * @param run the open one, else the last one; empty where there never was one
   * @param isEngineRunning whether the run goes on at this moment
   */
  record Seen(Optional<RunView> run, boolean isEngineRunning) {}

  CallFollowing(
      LinearAgentSessions linear,
      FollowedCalls calls,
      Supplier<Seen> seeing,
      InstantSource clock,
      Consumer<String> log) {
    this.linear = linear;
    this.calls = calls;
    this.seeing = seeing;
    this.clock = clock;
    this.log = log;
  }

  /** The open run; empty where none is. */
  Optional<RunView> openRun() {
    Seen seen = seeing.get();
    return seen.isEngineRunning() ? seen.run() : Optional.empty();
  }

  /** From now on it is told how the session on the issue stands; that it works is told already. */
  void begin(String session, IssueId issue, RunView run) {
    Optional<FollowedCall> before = calls.of(session);
    if (before.filter(call -> !call.isSaid() || !call.now().isLast()).isPresent()) {
      return;
    }
    // Numbers go on where a session was followed before, so that no key is used twice.
    long step = before.map(FollowedCall::step).orElse(0L);
    calls.keep(
        new FollowedCall(session, issue, step, CallState.of(issue, run), true, clock.instant()));
  }

  /** Says what is new. */
  synchronized void look() {
    Optional<Seen> seen = Optional.empty();
    for (FollowedCall call : calls.all()) {
      if (call.isSaid() && call.now().isLast()) {
        continue;
      }
      Seen now = seen.orElseGet(seeing);
      seen = Optional.of(now);
      follow(call, now);
    }
  }

  private void follow(FollowedCall call, Seen seen) {
    FollowedCall current = call;
    if (!current.isSaid()) {
      if (!isSaid(current)) {
        return;
      }
      current = current.said();
      calls.keep(current);
    }
    if (current.now().isLast()) {
      return;
    }
    Optional<FollowedCall> next = next(current, seen);
    if (next.isPresent()) {
      calls.keep(next.get());
      if (isSaid(next.get())) {
        calls.keep(next.get().said());
      }
    }
  }

  private Optional<FollowedCall> next(FollowedCall call, Seen seen) {
    Instant now = clock.instant();
    CallState state =
        seen.run().map(run -> CallState.of(call.issue(), run)).orElse(CallState.NOBODY);
    if (!state.word().equals(call.now().word())) {
      return Optional.of(call.saying(state, now));
    }
    // Of an engine that does not run nobody can say that its sessions work.
    boolean isSilent = Duration.between(call.at(), now).compareTo(Limits.AGENT_SILENCE_MAX) >= 0;
    return seen.isEngineRunning() && isSilent ? Optional.of(call.repeating(now)) : Optional.empty();
  }

  /** Whether Linear has it, or never will: what it refuses holds nothing up. */
  private boolean isSaid(FollowedCall call) {
    NoteKey key = new NoteKey("follow/" + call.step());
    return switch (linear.say(call.session(), key, call.now().manner(), call.now().text())) {
      case Outcome.Done<Nothing> _ -> true;
      case Outcome.Failed<Nothing>(Failure failure) -> {
        boolean mayPass = failure.kind().mayPass();
        log.accept(
            "linear: agent session %s: %s: %s; %s"
                .formatted(
                    call.session(),
                    failure.kind(),
                    failure.reason(),
                    mayPass ? "it is tried again" : "it stays unsaid"));
        yield !mayPass;
      }
    };
  }
}
