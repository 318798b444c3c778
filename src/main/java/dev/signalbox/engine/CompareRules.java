package dev.signalbox.engine;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Approach;
import dev.signalbox.feedback.Destination;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Two agents' pull requests for one issue: the one of the session, which has the issue, is
 * canonical, the other advisory; a person chooses.
 */
final class CompareRules {
  private CompareRules() {}

  /** The session whose work a pull request is compared with. */
  private static Optional<SessionId> compared(Feedback feedback) {
    return feedback.destination() instanceof Destination.Review review
        ? review.compared()
        : Optional.empty();
  }

  /** Whether the two are compared, now or as soon as the session's work is shown too. */
  static boolean isToCompare(Deciding deciding, Feedback feedback) {
    return deciding.spec().target().merge() == MergeMode.PULL_REQUEST
        && !deciding.run().course().isCancelled()
        && compared(feedback).filter(id -> !isGivenUp(deciding, deciding.session(id))).isPresent();
  }

  private static boolean isGivenUp(Deciding deciding, Session session) {
    return session.state() instanceof SessionState.Abandoned
        || (session.state() instanceof SessionState.Failed
            && !deciding.hasGate(session.id(), GateKind.FAILURE));
  }

  static void consider(Deciding deciding, Feedback feedback) {
    Session session = deciding.session(compared(feedback).orElseThrow());
    boolean isShown =
        switch (session.state()) {
          case SessionState.InReview _, SessionState.MergeReady _, SessionState.Merged _ -> true;
          case SessionState _ -> false;
        };
    Optional<PullRequestShown> own = session.trace().pullRequest().filter(_ -> isShown);
    if (own.isPresent()) {
      StrayRules.supersede(deciding, feedback);
      deciding.emit(
          new Fact.DeedBegun(
              feedback.number(),
              new Deed.Compare(
                  feedback.pullRequest().orElseThrow(), own.get().number(), session.id())));
    } else if (changesNothing(session)) {
      StrayRules.supersede(deciding, feedback);
      FeedbackRules.ask(
          deciding,
          feedback,
          "Pull request %d is to be reviewed. %s, on the same issue, changed nothing."
              .formatted(feedback.pullRequest().orElseThrow(), session.id()));
    }
  }

  /** Then there is no pull request of it, and there will be none. */
  private static boolean changesNothing(Session session) {
    Optional<String> start = session.known().start();
    return switch (session.state()) {
      case SessionState.InReview(String tip, var _) -> start.equals(Optional.of(tip));
      case SessionState.MergeReady(String tip, var _) -> start.equals(Optional.of(tip));
      case SessionState.Merged(Optional<String> commit) -> commit.isEmpty();
      case SessionState _ -> false;
    };
  }

  /** Whether the session's work may not be merged before somebody has chosen. */
  static boolean holds(Deciding deciding, SessionId id) {
    return deciding.run().feedback().stream()
        .filter(each -> compared(each).equals(Optional.of(id)) && isToCompare(deciding, each))
        .anyMatch(each ->
            switch (each.stage()) {
              case Stage.Waiting _ -> true;
              case Stage.Doing(Deed deed, long _, var _) -> deed instanceof Deed.Compare;
              case Stage.Asked(long gate) -> isComparing(deciding, gate);
              case Stage.Told _,
                  Stage.Filing _,
                  Stage.Drafting _,
                  Stage.Describing _,
                  Stage.Watched _,
                  Stage.Settled _ ->
                  false;
            });
  }

  private static boolean isComparing(Deciding deciding, long gate) {
    return deciding.run().gate(gate).filter(it -> it.kind() == GateKind.COMPARE).isPresent();
  }

  static void looked(
      Deciding deciding, Feedback feedback, Deed.Compare deed, Deed.Result.Compared found) {
    Approach other = found.other();
    if (other.look().standing() != Standing.OPEN) {
      FeedbackRules.settle(
          deciding, feedback, Fate.WITHDRAWN, "somebody", "it is not open any more");
    } else if (other.lack().isPresent()) {
      FeedbackRules.settle(
          deciding, feedback, Fate.NOTED, "Signalbox", "no result: " + other.lack().get());
    } else if (found.own().lack().isPresent()) {
      FeedbackRules.ask(
          deciding,
          feedback,
          "Pull request %d is to be reviewed. That of %s, on the same issue, is no result: %s."
              .formatted(deed.pullRequest(), deed.session(), found.own().lack().get()));
    } else {
      deciding.emit(new Fact.FeedbackAsked(List.of(feedback.number())));
      deciding.openGate(
          GateKind.COMPARE,
          List.of(),
          "%s and pull request %d are both for %s"
              .formatted(
                  deed.session(),
                  deed.pullRequest(),
                  deciding.session(deed.session()).spec().issue()),
          CompareText.shown(deed, found));
    }
  }

  static void decided(Deciding deciding, long gate, Input.Decide decide) {
    for (Feedback each : deciding.run().feedback()) {
      if (each.stage().equals(new Stage.Asked(gate))) {
        decided(deciding, each, decide);
      }
    }
  }

  private static void decided(Deciding deciding, Feedback feedback, Input.Decide decide) {
    SessionId id = compared(feedback).orElseThrow();
    int number = feedback.pullRequest().orElseThrow();
    if (decide.decision() instanceof GateDecision.Approved) {
      String chosen =
          deciding.session(id).trace().pullRequest().map(PullRequestShown::url).orElse(id.value());
      deciding.emit(
          new Fact.DeedBegun(feedback.number(), new Deed.Close(number, chosen, decide.who())));
      return;
    }
    String words = GateRules.words(decide.decision());
    String reason =
        GateRules.reason("%s chose pull request %d".formatted(decide.who(), number), words);
    boolean isGivenUp =
        !(deciding.session(id).state() instanceof SessionState.Merged)
            && SessionRules.abandon(deciding, id, reason);
    FeedbackRules.ask(
        deciding,
        feedback,
        "Pull request %d is to be reviewed: %s %s."
            .formatted(
                number,
                reason,
                isGivenUp ? "and " + id + " is given up" : "when " + id + " was merged already"));
  }

  static void closed(Deciding deciding, Feedback feedback, Deed.Close deed) {
    FeedbackRules.settle(
        deciding, feedback, Fate.CLOSED, deed.who(), "closed in favour of " + deed.chosen());
  }

  /** Where the session was given up meanwhile there is nothing to choose any more. */
  static void tick(Deciding deciding, Feedback feedback, long gate) {
    if (isComparing(deciding, gate)
        && compared(feedback).filter(id -> isGivenUp(deciding, deciding.session(id))).isPresent()) {
      deciding.emit(new Fact.GateWithdrawn(gate, "its session was given up"));
      FeedbackRules.ask(
          deciding,
          feedback,
          "Pull request %d is to be reviewed: the session of the same issue was given up."
              .formatted(feedback.pullRequest().orElseThrow()));
    }
  }
}
