package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.limit.Limits;
import java.util.List;
import java.util.Optional;

/** Pull requests of nobody's session that this run deals with itself. */
final class StrayRules {
  private StrayRules() {}

  /** Goes on with a pull request once it is plain that it is nobody's session's. */
  static void consider(Deciding deciding, Feedback feedback) {
    Optional<Session> owner =
        deciding.run().sessions().stream()
            .filter(session ->
                session
                    .trace()
                    .pullRequest()
                    .filter(shown -> isAbout(feedback, Optional.of(shown.number())))
                    .isPresent())
            .findFirst();
    if (owner.isPresent()) {
      String id = owner.get().id().value();
      FeedbackRules.settle(deciding, feedback, Feedback.Fate.NOTED, id, "it is the work of " + id);
    } else if (!isAwaited(deciding)) {
      switch (feedback.destination()) {
        case Destination.QuickFix(int number) -> QuickFixRules.came(deciding, feedback, number);
        case Destination.Review _ when CompareRules.isToCompare(deciding, feedback) ->
            CompareRules.consider(deciding, feedback);
        case Destination.Review review -> {
          supersede(deciding, feedback);
          FeedbackRules.ask(deciding, feedback, reviewText(review));
        }
        case Destination.ToSession _,
            Destination.Progress _,
            Destination.DesignLoop _,
            Destination.Report _,
            Destination.Triage _,
            Destination.Ignored _ ->
            throw new IllegalStateException(
                "expected a pull request, found " + feedback.destination());
      }
    }
  }

  /**
   * Whether an agent elsewhere has yet to open its pull request: then one of nobody's may be its
   * own, which shows when it is looked for.
   */
  private static boolean isAwaited(Deciding deciding) {
    return deciding.run().sessions().stream()
        .anyMatch(session ->
            session.spec().handling().elsewhere().isPresent()
                && !session.isOver()
                && !(session.state() instanceof SessionState.Planned)
                && session.trace().pullRequest().isEmpty());
  }

  private static String reviewText(Destination.Review review) {
    String how =
        switch (review.manner()) {
          case STANDARD -> "Pull request %d is to be reviewed.";
          case LIGHT ->
              "Pull request %d was verified three times by its agent, as it says: a spot check is"
                  + " enough.";
        };
    return how.formatted(review.pullRequest())
        + review
            .compared()
            .map(session -> " Compare it with the work of " + session + ", on the same issue.")
            .orElse("");
  }

  private static boolean isParked(Feedback feedback) {
    return feedback.stage() instanceof Stage.Waiting && isStray(feedback);
  }

  private static boolean isStray(Feedback feedback) {
    return switch (feedback.destination()) {
      case Destination.QuickFix _, Destination.Review _ -> true;
      case Destination.ToSession _,
          Destination.Progress _,
          Destination.DesignLoop _,
          Destination.Report _,
          Destination.Triage _,
          Destination.Ignored _ ->
          false;
    };
  }

  /**
   * Whether it is said on a pull request that is looked at anyway: what was said there is found
   * whole, and decided about together.
   */
  static boolean isSeenByLooking(Deciding deciding, FeedbackItem item) {
    boolean isOnIt =
        switch (item.kind()) {
          case CHECK, COMMENT, REVIEW, FINDING, THREAD, PULL_REQUEST, PUSH -> true;
          case DEPLOYMENT, ISSUE, AGENT, ALERT -> false;
        };
    return isOnIt
        && deciding.run().feedback().stream()
            .filter(each -> isAbout(each, item.subject().pullRequest()))
            .anyMatch(each ->
                isLookedAt(each)
                    || (item.kind() == Kind.PULL_REQUEST
                        && ((each.isUnderWay() && isStray(each)) || isParked(each))));
  }

  private static boolean isLookedAt(Feedback feedback) {
    return feedback.isUnderWay() && feedback.destination() instanceof Destination.QuickFix;
  }

  private static boolean isAbout(Feedback feedback, Optional<Integer> pullRequest) {
    return pullRequest.isPresent() && feedback.pullRequest().equals(pullRequest);
  }

  /** What people were asked about an older state of the same pull request is asked no more. */
  static void supersede(Deciding deciding, Feedback newer) {
    for (Feedback each : deciding.run().feedback()) {
      boolean isOlder =
          each.number() != newer.number()
              && each.item().kind() == Kind.PULL_REQUEST
              && each.stage() instanceof Stage.Asked
              && isAbout(each, newer.pullRequest());
      if (isOlder) {
        FeedbackRules.settle(
            deciding, each, Feedback.Fate.WITHDRAWN, "Signalbox", "there is a newer state of it");
      }
    }
  }

  static void answered(Deciding deciding, Input.DeedAnswered answered) {
    Optional<Feedback> found = find(deciding, answered.number());
    if (found.isEmpty()
        || !(found.get().stage() instanceof Stage.Doing(Deed deed, long cause, var retry))
        || cause != answered.cause()
        || retry.notBefore().isPresent()) {
      return;
    }
    Feedback feedback = found.get();
    switch (answered.result()) {
      case Deed.Result.Failed(String reason, boolean mayPass) -> {
        int failures = retry.failures() + 1;
        if (mayPass && failures < Limits.STEP_FAILURES_MAX) {
          deciding.emit(
              new Fact.DeedPutOff(
                  feedback.number(), reason, deciding.at().plus(FailureRules.backOff(failures))));
        } else {
          FeedbackRules.ask(deciding, feedback, undone(deed) + reason);
        }
      }
      case Deed.Result done -> done(deciding, feedback, deed, done);
    }
  }

  private static void done(Deciding deciding, Feedback feedback, Deed deed, Deed.Result result) {
    switch (deed) {
      case Deed.AskReview ask -> QuickFixRules.asked(deciding, feedback, ask, result);
      case Deed.Merge merge -> QuickFixRules.merged(deciding, feedback, merge, result);
      case Deed.Compare compare -> {
        if (result instanceof Deed.Result.Compared found) {
          CompareRules.looked(deciding, feedback, compare, found);
        }
      }
      case Deed.Close close -> {
        if (result instanceof Deed.Result.Closed) {
          CompareRules.closed(deciding, feedback, close);
        }
      }
      case Deed.PassOn pass -> {
        if (result instanceof Deed.Result.PassedOn) {
          DesignRules.passedOn(deciding, feedback, pass);
        }
      }
    }
  }

  private static String undone(Deed deed) {
    return switch (deed) {
      case Deed.AskReview _ -> "Copilot could not be asked to review it: ";
      case Deed.Merge _ -> "Copilot found nothing in it, and it could not be merged: ";
      case Deed.Compare compare ->
          "It could not be compared with the work of " + compare.session() + ": ";
      case Deed.Close close ->
          "%s keeps %s, and this one could not be closed: ".formatted(close.who(), close.chosen());
      case Deed.PassOn pass ->
          "It is about the design, and %s could not be called: ".formatted(pass.agent());
    };
  }

  static void seen(Deciding deciding, Input.StraySeen seen) {
    find(deciding, seen.number())
        .ifPresent(feedback -> QuickFixRules.seen(deciding, feedback, seen.look()));
  }

  /** What could not be done is tried again; what takes too long is a person's. */
  static void tick(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      switch (each.stage()) {
        case Stage.Doing(Deed deed, long _, var retry) -> {
          if (retry.notBefore().filter(when -> !when.isAfter(deciding.at())).isPresent()) {
            deciding.emit(new Fact.DeedBegun(each.number(), deed));
          }
        }
        case Stage.Watched watched -> QuickFixRules.tick(deciding, each, watched);
        case Stage.Waiting _ -> {
          if (isParked(each)) {
            consider(deciding, each);
          }
        }
        case Stage.Asked(long gate) -> CompareRules.tick(deciding, each, gate);
        case Stage.Told _,
            Stage.Filing _,
            Stage.Drafting _,
            Stage.Describing _,
            Stage.Settled _ -> {
          // Nobody waits for time here.
        }
      }
    }
  }

  /** A run that was cancelled begins nothing more; what was decided comes to its end. */
  static void cancelled(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      boolean isToEnd =
          each.stage() instanceof Stage.Doing(Deed deed, var _, var _)
              && (deed instanceof Deed.Merge || deed instanceof Deed.Close);
      if ((each.isUnderWay() && !isToEnd) || isParked(each)) {
        FeedbackRules.ask(
            deciding, each, "The run was cancelled before this pull request was dealt with.");
      }
    }
  }

  private static Optional<Feedback> find(Deciding deciding, long number) {
    List<Feedback> all = deciding.run().feedback();
    return all.stream().filter(each -> each.number() == number).findFirst();
  }
}
