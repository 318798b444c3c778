package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Reply.Manner;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.feedback.RemarkId;
import dev.signalbox.limit.Limits;
import java.util.Optional;

/**
 * Whoever remarked something on a session's pull request is told there what became of it, once. A
 * forge that refuses ends that with a note: nobody's work waits for an answer.
 */
final class ReplyRules {
  private ReplyRules() {}

  /** Begins to answer what was settled. */
  static void advance(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      if (each.reply() instanceof Reply.None
          && each.stage() instanceof Stage.Settled settled
          && isSpokenOf(settled)
          && !OutsideRules.isContested(deciding, each)) {
        due(deciding, each, settled)
            .ifPresent(to -> deciding.emit(new Fact.ReplyBegun(each.number(), to)));
      }
    }
  }

  /** What its sender took back, or what was done on the forge itself, is plain there. */
  private static boolean isSpokenOf(Stage.Settled settled) {
    return switch (settled.fate()) {
      case ADDRESSED, DECLINED, LEFT, NOTED, FILED -> true;
      case PASSED_ON, MERGED, CLOSED, WITHDRAWN -> false;
    };
  }

  private static Optional<Reply.To> due(
      Deciding deciding, Feedback feedback, Stage.Settled settled) {
    Optional<String> remark = RemarkId.of(feedback.item());
    Optional<Session> owner = owner(deciding, feedback);
    if (remark.isEmpty() || owner.isEmpty() || owner.get().trace().hold().isGone()) {
      return Optional.empty();
    }
    int number = feedback.pullRequest().orElseThrow();
    if (owner.get().isOver() && feedback.number() > owner.get().since()) {
      return Optional.of(new Reply.To(number, remark.get(), Manner.SUMMARY));
    }
    return manner(deciding, feedback, settled)
        .map(manner -> new Reply.To(number, remark.get(), manner));
  }

  /** Nothing is said on pull requests of others. */
  private static Optional<Session> owner(Deciding deciding, Feedback feedback) {
    return deciding.run().sessions().stream()
        .filter(session ->
            session
                .trace()
                .pullRequest()
                .filter(shown -> feedback.pullRequest().equals(Optional.of(shown.number())))
                .isPresent())
        .findFirst();
  }

  private static Optional<Manner> manner(
      Deciding deciding, Feedback feedback, Stage.Settled settled) {
    return switch (settled.fate()) {
      case ADDRESSED ->
          feedback
              .session()
              .map(deciding::session)
              .flatMap(session -> addressed(session, settled.words()));
      case DECLINED -> Optional.of(Manner.DECLINED);
      case LEFT -> Optional.of(Manner.LEFT);
      case NOTED -> Optional.of(Manner.SEEN);
      case FILED -> Optional.of(Manner.FILED);
      case PASSED_ON, MERGED, CLOSED, WITHDRAWN -> Optional.empty();
    };
  }

  /** A commit is named when it can be seen on the forge; empty as long as that is to come. */
  private static Optional<Manner> addressed(Session session, String commit) {
    boolean isShown =
        session.trace().pullRequest().filter(shown -> shown.tip().equals(commit)).isPresent();
    if (isShown || session.state() instanceof SessionState.Merged) {
      return Optional.of(Manner.ADDRESSED);
    }
    if (session.isOver()) {
      return Optional.of(Manner.GIVEN_UP);
    }
    return isBeingShown(session.state()) ? Optional.empty() : Optional.of(Manner.ADDRESSED);
  }

  private static boolean isBeingShown(SessionState state) {
    return switch (state) {
      case SessionState.InReview(String _, ReviewStep step) -> !(step instanceof ReviewStep.Open);
      case SessionState.Halted(SessionState from, String _, boolean _) -> isBeingShown(from);
      case SessionState _ -> false;
    };
  }

  static void answered(Deciding deciding, Input.ReplyAnswered answered) {
    Optional<Feedback> found =
        deciding.run().feedback().stream()
            .filter(each -> each.number() == answered.number())
            .findFirst();
    if (found.isEmpty()
        || !(found.get().reply() instanceof Reply.Begun(var _, long cause, Retry retry))
        || cause != answered.cause()
        || retry.notBefore().isPresent()) {
      return;
    }
    int failures = retry.failures() + 1;
    if (answered.failure().isPresent()
        && answered.mayPass()
        && failures < Limits.FORGE_FAILURES_MAX) {
      deciding.emit(
          new Fact.ReplyPutOff(
              answered.number(),
              answered.failure().get(),
              deciding.at().plus(FailureRules.backOff(failures))));
    } else {
      deciding.emit(new Fact.ReplyEnded(answered.number(), answered.failure().orElse("")));
    }
  }

  /** What could not be said is tried again when its time has come. */
  static void tick(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      if (each.reply() instanceof Reply.Begun(Reply.To to, long _, Retry retry)
          && retry.notBefore().filter(when -> !when.isAfter(deciding.at())).isPresent()) {
        deciding.emit(new Fact.ReplyBegun(each.number(), to));
      }
    }
  }

  /** What the forge is asked for. */
  static Optional<Effect> outstanding(Feedback feedback) {
    return feedback.reply() instanceof Reply.Begun(Reply.To to, long cause, Retry retry)
            && retry.notBefore().isEmpty()
        ? Optional.of(new Effect.SayBack(cause, feedback.number(), to))
        : Optional.empty();
  }
}
