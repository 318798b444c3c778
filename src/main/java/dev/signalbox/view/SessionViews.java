package dev.signalbox.view;

import dev.signalbox.engine.Closing;
import dev.signalbox.engine.Drift;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SessionState;
import dev.signalbox.engine.StateText;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Makes what surfaces show of one session. */
final class SessionViews {
  private SessionViews() {}

  static SessionView of(
      Session session, Waits waits, Optional<Vitals> vitals, Requests requests, Instant at) {
    SessionSpec spec = session.spec();
    return new SessionView(
        spec.id(),
        new SessionView.Work(
            spec.work().purpose().name().toLowerCase(Locale.ROOT),
            spec.phase().value(),
            spec.work().title(),
            spec.issue().value(),
            spec.handling().agent().toString(),
            spec.handling().branch(),
            session.trace().pullRequest().map(PullRequestShown::url)),
        new SessionView.Standing(
            word(session),
            text(session),
            session.isOver(),
            reason(session),
            session.state() instanceof SessionState.Merged(Optional<String> commit)
                ? commit
                : Optional.empty()),
        new SessionView.Effort(
            vitals.map(v -> elapsed(session, v, at)),
            vitals.map(Vitals::microUsd).orElse(0L),
            session.known().estimate().or(() -> spec.work().estimate()),
            session.tally().attempts(),
            requests),
        vitals.map(each -> doing(session, each)),
        waits.words(session),
        drift(session.drift()));
  }

  private static SessionView.Drift drift(Drift drift) {
    return new SessionView.Drift(
        drift.seen().entrySet().stream()
            .map(each -> new SessionView.DriftFile(each.getKey(), each.getValue().word()))
            .toList(),
        drift.more());
  }

  /** Until now, or until its last output where nothing more comes. */
  private static Duration elapsed(Session session, Vitals vitals, Instant at) {
    Instant until = session.isOver() ? vitals.lastOutput() : at;
    Duration elapsed = Duration.between(vitals.since(), until).truncatedTo(ChronoUnit.SECONDS);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  private static SessionView.Doing doing(Session session, Vitals vitals) {
    return new SessionView.Doing(
        vitals.pulse().activity().map(SessionViews::bounded),
        session.known().told().progress().map(SessionViews::bounded),
        vitals.lastOutput(),
        vitals.pulse().contextPercent(),
        vitals.pulse().tokens());
  }

  private static String bounded(String activity) {
    // The bound comes first: what an agent says can be of any length.
    String start =
        activity.length() <= 2 * Limits.ACTIVITY_CHARS_MAX
            ? activity
            : activity.substring(0, 2 * Limits.ACTIVITY_CHARS_MAX);
    return TableText.cut(TableText.plain(start).strip(), Limits.ACTIVITY_CHARS_MAX);
  }

  /** Why it stands so, and what became of its pull request where it was given up. */
  private static Optional<String> reason(Session session) {
    Optional<String> why = reason(session.state());
    Optional<String> closing = session.isOver() ? closing(session) : Optional.empty();
    return closing.map(it -> why.map(reason -> reason + "; " + it).orElse(it)).or(() -> why);
  }

  private static Optional<String> closing(Session session) {
    return switch (session.trace().closing()) {
      case Closing.Nothing _, Closing.Possible _ -> Optional.empty();
      case Closing.Begun(String _, long _, var retry) ->
          Optional.of(
              "its pull request is being closed"
                  + retry.notBefore().map(time -> ", again at " + second(time)).orElse(""));
      case Closing.Over(Closing.End end, String words) ->
          switch (end) {
            case CLOSED -> Optional.of("its pull request is closed");
            case CLOSED_BEFORE -> Optional.of("its pull request was closed before");
            case MERGED_BEFORE -> Optional.of("its pull request was merged on the forge before");
            case NONE -> Optional.empty();
            case LEFT_OPEN -> Optional.of("its pull request is still open: " + words);
          };
    };
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Optional<String> reason(SessionState state) {
    return switch (state) {
      case SessionState.Halted(SessionState _, String reason, boolean _) -> Optional.of(reason);
      case SessionState.Failed(String reason) -> Optional.of(reason);
      case SessionState.Abandoned(String reason) -> Optional.of(reason);
      case SessionState.HandingOver handing -> Optional.of("to " + handing.who());
      case SessionState.TakenOver taken ->
          Optional.of("by " + taken.who() + (taken.isLeft() ? ", the screen is closed" : ""));
      case SessionState.Stopping stopping ->
          Optional.of(stopping.ending().reason()).filter(reason -> !reason.isEmpty());
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Starting _,
          SessionState.BackingOff _,
          SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.Exiting _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _ ->
          Optional.empty();
    };
  }

  private static String word(Session session) {
    return besides(session)
        .map(words -> words.replace(' ', '-'))
        .orElseGet(() -> StateText.word(session.state()));
  }

  private static String text(Session session) {
    return besides(session).orElseGet(() -> words(session.state()));
  }

  /** How a session that is not of the plan ended: none of its work is merged as its own. */
  private static Optional<String> besides(Session session) {
    return switch (session.spec().work().purpose()) {
      case IMPLEMENT -> Optional.empty();
      case SPECIFY -> ended(session.state(), "Specified");
      case REVIEW -> ended(session.state(), "Reviewed");
      case RESOLVE -> ended(session.state(), "Resolved");
    };
  }

  private static Optional<String> ended(SessionState state, String done) {
    return switch (state) {
      case SessionState.Merged _ -> Optional.of(done);
      case SessionState.Abandoned _ -> Optional.of("Not needed");
      case SessionState _ -> Optional.empty();
    };
  }

  private static String words(SessionState state) {
    return switch (state) {
      case SessionState.Planned _ -> "Planned";
      case SessionState.Claimed _ -> "Claiming its issue";
      case SessionState.Preparing _ -> "Preparing its workspace";
      case SessionState.Starting starting ->
          starting.attempt().isStarted() ? "Starting, not confirmed yet" : "Starting";
      case SessionState.BackingOff _ -> "Backing off";
      case SessionState.Working _ -> "Working";
      case SessionState.AwaitingDecision _ -> "Awaiting a decision";
      case SessionState.HandingOver _ -> "Handing over";
      case SessionState.TakenOver _ -> "Taken over";
      case SessionState.Stopping _ -> "Stopping";
      case SessionState.Exiting exiting -> exiting(exiting.step());
      case SessionState.InReview _ -> "In review";
      case SessionState.MergeReady ready -> merging(ready.step());
      case SessionState.Merged(Optional<String> commit) ->
          commit.isPresent() ? "Merged" : "Merged, nothing to merge";
      case SessionState.Halted _ -> "Halted";
      case SessionState.Failed _ -> "Failed";
      case SessionState.Abandoned _ -> "Abandoned";
    };
  }

  private static String exiting(SessionState.ExitStep step) {
    return switch (step) {
      case SessionState.ExitStep.Checking _ -> "Exiting, being checked";
      case SessionState.ExitStep.Reviewing _ -> "At a milestone, being looked at";
      case SessionState.ExitStep.Ending _ -> "Exiting";
      case SessionState.ExitStep.TakingIn _ -> "Exiting, being taken in";
    };
  }

  private static String merging(SessionState.MergeStep step) {
    return switch (step) {
      case SessionState.MergeStep.Waiting _ -> "Merge-ready";
      case SessionState.MergeStep.Computing _ -> "Merging";
      case SessionState.MergeStep.Verifying _ -> "Merging, being verified";
      case SessionState.MergeStep.Landing _ -> "Merging, landing";
      case SessionState.MergeStep.Blocked _ -> "Merge blocked";
    };
  }
}
