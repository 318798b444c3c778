package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Closing.End;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/**
 * A session that was given up leaves no open pull request: it is closed with an explanation, before
 * the claim is given back. Where the claim is another's by now nothing is closed, since the other
 * may go on with it.
 */
final class ClosingRules {
  private ClosingRules() {}

  /** Begins to close what sessions that were given up have left open. */
  static void advance(Deciding deciding) {
    for (Session session : deciding.run().sessions()) {
      if (isDue(deciding, session)) {
        begin(deciding, session.id(), why(deciding, session.state()));
      }
    }
  }

  /** A person does not want a failed session tried again. */
  static void letBe(Deciding deciding, SessionId id, String who, String words) {
    if (isDue(deciding, deciding.session(id))) {
      begin(
          deciding,
          id,
          GateRules.reason("it failed, and %s does not try it again".formatted(who), words));
    }
  }

  private static void begin(Deciding deciding, SessionId id, String why) {
    deciding.emit(new Fact.PullRequestClosing(id, why));
  }

  private static boolean isDue(Deciding deciding, Session session) {
    boolean mayBeOpen =
        switch (session.trace().closing()) {
          case Closing.Possible _ -> true;
          // An agent elsewhere opens it whenever it likes.
          case Closing.Nothing _ ->
              session.spec().handling().elsewhere().isPresent() && session.tally().attempts() > 0;
          case Closing.Begun _, Closing.Over _ -> false;
        };
    return mayBeOpen
        && deciding.spec().target().merge() == MergeMode.PULL_REQUEST
        && session.spec().isOfPlan()
        && isOurs(session)
        && isGivenUp(deciding, session);
  }

  private static boolean isOurs(Session session) {
    return session.known().fencing().isPresent() && !session.trace().hold().isGone();
  }

  private static boolean isGivenUp(Deciding deciding, Session session) {
    return session.state() instanceof SessionState.Abandoned
        || (session.state() instanceof SessionState.Failed
            && !deciding.hasGate(session.id(), GateKind.FAILURE));
  }

  /** What an agent said of its failure stays here: the forge may be public. */
  private static String why(Deciding deciding, SessionState state) {
    Optional<String> cancelled = deciding.run().course().cancelled();
    return switch (state) {
      case SessionState.Abandoned(String reason)
          when reason.equals(RunState.Course.CANCELLED) && cancelled.isPresent() ->
          "the run was cancelled " + cancelled.get();
      case SessionState.Abandoned(String reason) -> reason;
      case SessionState _ ->
          cancelled.map(it -> "it failed, and the run was cancelled " + it).orElse("it failed");
    };
  }

  /** Whether the claim is kept for it. */
  static boolean isPending(Session session) {
    return session.trace().closing() instanceof Closing.Begun && isOurs(session);
  }

  /** What the forge is asked for. */
  static Optional<Effect> outstanding(Session session) {
    return isPending(session)
            && session.trace().closing() instanceof Closing.Begun(String why, long cause, var retry)
            && retry.notBefore().isEmpty()
        ? Optional.of(new Effect.ClosePullRequest(cause, session.id(), why))
        : Optional.empty();
  }

  static void answered(Deciding deciding, Input.CloseAnswered answered) {
    Session session = deciding.session(answered.session());
    if (!(session.trace().closing() instanceof Closing.Begun(String _, long cause, Retry retry))
        || cause != answered.cause()
        || retry.notBefore().isPresent()) {
      return;
    }
    SessionId id = session.id();
    switch (answered.result()) {
      case Input.CloseAnswered.Ended(End end) ->
          deciding.emit(new Fact.PullRequestClosed(id, end, ""));
      case Input.CloseAnswered.Failed(String reason, boolean mayPass) -> {
        int failures = retry.failures() + 1;
        if (mayPass && failures < Limits.FORGE_FAILURES_MAX) {
          deciding.emit(
              new Fact.PullRequestNotClosed(
                  id, reason, deciding.at().plus(FailureRules.backOff(failures))));
        } else {
          deciding.emit(new Fact.PullRequestClosed(id, End.LEFT_OPEN, reason));
        }
      }
    }
  }

  /** What could not be closed is tried again when its time has come. */
  static void tick(Deciding deciding, Session session) {
    if (session.trace().closing() instanceof Closing.Begun(String why, long _, Retry retry)
        && retry.notBefore().filter(when -> !when.isAfter(deciding.at())).isPresent()) {
      begin(deciding, session.id(), why);
    }
  }
}
