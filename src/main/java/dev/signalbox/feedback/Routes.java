package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Destination.Manner;
import dev.signalbox.feedback.Destination.Use;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.review.Severity;
import java.util.Optional;
import java.util.function.IntFunction;

/** Where the rows of the table lead. */
final class Routes {
  private Routes() {}

  /** What a stranger says reaches a person only; what a stranger thinks of a change, nobody. */
  static Destination stranger(RoutingCase item) {
    return switch (item.item().kind()) {
      case REVIEW ->
          item.result() == Result.APPROVED || item.result() == Result.WITHDRAWN
              ? new Destination.Ignored("the word of a stranger decides nothing")
              : new Destination.Triage("said by a stranger");
      case PULL_REQUEST ->
          // A fork's never is a session's: what is about one was opened from its branch.
          item.isAboutNone()
              ? new Destination.Ignored("a pull request of a stranger")
              : item.moved();
      case DEPLOYMENT ->
          item.result() == Result.FAILED && !item.isAboutNone()
              ? new Destination.Triage("said by a bot that no catalogue knows")
              : new Destination.Ignored("deployed by a bot that no catalogue knows");
      case COMMENT, FINDING, ALERT, AGENT, CHECK, THREAD, PUSH, ISSUE ->
          item.result() == Result.WITHDRAWN
              ? new Destination.Ignored("a stranger took it back")
              : new Destination.Triage("said by a stranger");
    };
  }

  static Destination deployment(RoutingCase item) {
    return switch (item.result()) {
      case PASSED ->
          // Without an address there is nothing to verify with.
          item.item().content().url().isPresent() && isLive(item)
              ? item.session(Use.VERIFY)
              : item.moved();
      case FAILED -> item.session(Use.REQUIRED);
      case NONE,
          PENDING,
          OPENED,
          REOPENED,
          CHANGED,
          MERGED,
          CLOSED,
          APPROVED,
          CHANGES_REQUESTED,
          WITHDRAWN ->
          item.moved();
    };
  }

  private static boolean isLive(RoutingCase item) {
    return item.match().found().stream().anyMatch(concern -> !concern.isOver());
  }

  static Destination designLoop(RoutingCase item) {
    if (item.result() == Result.WITHDRAWN) {
      return item.moved();
    }
    if (item.isAboutSeveral()) {
      return new Destination.Triage(item.others());
    }
    return new Destination.DesignLoop(
        item.match().found().stream()
            .filter(concern -> !concern.isOver())
            .map(Concern::session)
            .findFirst());
  }

  /**
   * What the agent of the design loop answers on a session's pull request is the session's to
   * weigh. The account was known by its number or its app; its name only tells which agent it is.
   */
  static Destination wordOfOthers(RoutingCase item) {
    FeedbackItem it = item.item();
    boolean isAnswer =
        it.kind() == Kind.COMMENT
            && it.speaker().standing() == Speaker.Standing.KNOWN
            && item.rules()
                .designer()
                .flatMap(designer -> item.rules().agents().find(designer.id()))
                .filter(agent -> agent.speaksAs(it.speaker().login()))
                .isPresent();
    Destination moved = item.moved();
    return isAnswer && moved instanceof Destination.Progress ? discretion(item) : moved;
  }

  static Destination required(RoutingCase item) {
    return said(item, Use.REQUIRED);
  }

  static Destination discretion(RoutingCase item) {
    return said(item, Use.DISCRETION);
  }

  private static Destination said(RoutingCase item, Use use) {
    return item.result() == Result.WITHDRAWN ? item.moved() : item.session(use);
  }

  /** P0, P1 and high before the merge, the rest at discretion; what is not rated counts as high. */
  static Destination bySeverity(RoutingCase item) {
    return rated(item, Severity.CRITICAL);
  }

  /** A reviewer that the mission does not name requires nothing but what it calls critical. */
  static Destination ofOtherReviewer(RoutingCase item) {
    return rated(item, Severity.CONSIDER);
  }

  private static Destination rated(RoutingCase item, Severity unrated) {
    Severity severity = item.item().content().severity().orElse(unrated);
    return said(item, severity == Severity.CRITICAL ? Use.REQUIRED : Use.DISCRETION);
  }

  /** What is handed in in the form of reviewers; whatever else bots say in reviews is progress. */
  static Destination reviewHandedIn(RoutingCase item) {
    boolean isOpinion = OutsideReview.reviewer(item.item()).isPresent();
    return item.result() == Result.NONE && isOpinion
        ? rated(item, Severity.CONSIDER)
        : reviewOfBot(item);
  }

  /** A failure in production: new, or back with the work of one session. */
  static Destination report(RoutingCase item) {
    if (item.result() == Result.CLOSED || item.result() == Result.WITHDRAWN) {
      return item.moved();
    }
    if (item.isAboutSeveral()) {
      return new Destination.Triage(item.others());
    }
    return new Destination.Report(
        item.match().found().stream()
            .filter(concern -> concern.isOver() || item.result() == Result.REOPENED)
            .map(Concern::issue)
            .findFirst());
  }

  static Destination linking(RoutingCase item) {
    return new Destination.Ignored("links an issue with a pull request: nobody has to act");
  }

  static Destination quickFix(RoutingCase item) {
    // A fork's branch is not shown.
    boolean isQuick =
        QuickFix.isSmall(item.item().content().changedLines())
            && item.rules().hasQuickFixes()
            && item.item().subject().branch().isPresent();
    return pullRequest(
        item,
        number ->
            isQuick ? new Destination.QuickFix(number) : review(item, number, Manner.STANDARD));
  }

  static Destination selfVerified(RoutingCase item) {
    boolean isVerified = SelfVerification.isReportedIn(item.item().content().text());
    Manner manner = isVerified ? Manner.LIGHT : Manner.STANDARD;
    return pullRequest(item, number -> review(item, number, manner));
  }

  static Destination review(RoutingCase item) {
    return pullRequest(item, number -> review(item, number, Manner.STANDARD));
  }

  /** Where two agents work on one issue, what they made is compared (mission section 7). */
  private static Destination review(RoutingCase item, int number, Manner manner) {
    Optional<Concern> other = Match.sameIssue(item.item(), item.concerns(), item.rules());
    return new Destination.Review(number, manner, other.map(Concern::session));
  }

  /**
   * A session's own pull request is its progress; one of nobody's is looked at when it is ready.
   */
  private static Destination pullRequest(RoutingCase item, IntFunction<Destination> otherwise) {
    Optional<Integer> number = item.item().subject().pullRequest();
    if (!item.isAboutNone() || number.isEmpty()) {
      return item.moved();
    }
    return switch (item.result()) {
      case OPENED, REOPENED, CHANGED -> otherwise.apply(number.get());
      case PENDING -> new Destination.Ignored("a draft");
      case NONE, PASSED, FAILED, MERGED, CLOSED, APPROVED, CHANGES_REQUESTED, WITHDRAWN ->
          item.moved();
    };
  }

  static Destination branch(RoutingCase item) {
    return item.isAboutNone() && item.result() == Result.OPENED
        ? new Destination.Triage("a new branch of cto.new that no session of this run waits for")
        : item.moved();
  }

  static Destination reviewOfPerson(RoutingCase item) {
    return switch (item.result()) {
      case CHANGES_REQUESTED -> item.session(Use.REQUIRED);
      case APPROVED, WITHDRAWN -> item.moved();
      case NONE, PENDING, PASSED, FAILED, OPENED, REOPENED, CHANGED, MERGED, CLOSED ->
          item.session(Use.DISCRETION);
    };
  }

  /** A reviewer that could not review has said nothing, least of all that all is well. */
  static Destination reviewOfBot(RoutingCase item) {
    return switch (item.result()) {
      case FAILED -> item.reported();
      case CHANGES_REQUESTED -> item.session(Use.REQUIRED);
      case NONE, PENDING, PASSED, OPENED, REOPENED, CHANGED, MERGED, CLOSED, APPROVED, WITHDRAWN ->
          item.moved();
    };
  }

  /** Said to the agent directly; a stop is for policy, because the agent cannot stop itself. */
  static Destination prompt(RoutingCase item) {
    return item.result() == Result.CHANGED ? item.session(Use.REQUIRED) : item.reported();
  }

  static Destination check(RoutingCase item) {
    if (item.result() != Result.FAILED) {
      return item.moved();
    }
    return item.isAboutNone()
        ? new Destination.Ignored("failed, " + item.others())
        : item.session(Use.REQUIRED);
  }
}
