package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.Destination.ToSession;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What becomes of what comes in from outside (mission section 7). */
final class FeedbackRules {
  private FeedbackRules() {}

  static void came(Deciding deciding, Input.FeedbackCame came) {
    FeedbackItem item = came.item();
    withdraw(deciding, item);
    boolean isKnown =
        deciding.run().feedback().stream().anyMatch(each -> each.item().id().equals(item.id()));
    if (isKnown || StrayRules.isSeenByLooking(deciding, item)) {
      return;
    }
    Destination destination = FeedbackRouter.route(item, Concerns.of(deciding.run()), came.rules());
    switch (destination) {
      case Destination.Ignored _ -> {
        // Who looks for it finds it where deliveries are kept, with the reason.
      }
      case Destination.Progress(SessionId session) -> moved(deciding, session, item);
      case ToSession _ -> OutsideRules.heard(deciding, take(deciding, item, destination));
      case Destination.Report _ -> report(deciding, take(deciding, item, destination));
      case Destination.DesignLoop _ ->
          DesignRules.came(deciding, take(deciding, item, destination), came.rules().designer());
      case Destination.QuickFix _, Destination.Review _ ->
          StrayRules.consider(deciding, take(deciding, item, destination));
      case Destination.Triage(String reason) ->
          ask(deciding, take(deciding, item, destination), "It is " + reason + ".");
    }
  }

  private static Feedback take(Deciding deciding, FeedbackItem item, Destination destination) {
    deciding.emit(new Fact.FeedbackTaken(item, destination));
    return deciding.run().feedback(deciding.run().sequence());
  }

  /** Without a tracker a person files it. */
  private static void report(Deciding deciding, Feedback feedback) {
    if (deciding.spec().source().tracker().isPresent()) {
      deciding.emit(new Fact.FeedbackFiling(feedback.number()));
    } else {
      ask(deciding, feedback, "It failed in production, and no tracker is configured.");
    }
  }

  /** A person decides whom it concerns. */
  static void ask(Deciding deciding, Feedback feedback, String reason) {
    deciding.emit(new Fact.FeedbackAsked(List.of(feedback.number())));
    deciding.openGate(
        GateKind.TRIAGE,
        List.of(),
        FeedbackText.title(feedback.item()),
        FeedbackText.shown(feedback, reason));
  }

  /** Taken back, closed or passed by now: what it was about is settled with it. */
  private static void withdraw(Deciding deciding, FeedbackItem news) {
    for (Feedback each : deciding.run().feedback()) {
      if (!each.isSettled() && !each.isUnderWay() && isEndOf(news, each.item())) {
        settle(deciding, each, Fate.WITHDRAWN, news.speaker().login(), news.content().title());
      }
    }
  }

  private static boolean isEndOf(FeedbackItem news, FeedbackItem before) {
    boolean isEnd =
        switch (news.kind()) {
          case THREAD -> news.content().result() == Result.CLOSED;
          case CHECK -> news.content().result() == Result.PASSED;
          case REVIEW ->
              news.content().result() == Result.APPROVED
                  || news.content().result() == Result.WITHDRAWN;
          case COMMENT, FINDING -> news.content().result() == Result.WITHDRAWN;
          case ALERT -> news.content().result() == Result.CLOSED;
          case PULL_REQUEST ->
              news.content().result() == Result.CLOSED || news.content().result() == Result.MERGED;
          case DEPLOYMENT, PUSH, ISSUE, AGENT -> false;
        };
    return isEnd && isSame(news, before);
  }

  private static boolean isSame(FeedbackItem news, FeedbackItem before) {
    boolean isAboutSame = news.subject().pullRequest().equals(before.subject().pullRequest());
    return switch (news.kind()) {
      case CHECK ->
          before.kind() == Kind.CHECK
              && isAboutSame
              && nameOf(news.content().title()).equals(nameOf(before.content().title()));
      case REVIEW ->
          before.kind() == Kind.REVIEW
              && isAboutSame
              && news.speaker().login().equals(before.speaker().login());
      case PULL_REQUEST ->
          before.kind() == Kind.PULL_REQUEST
              && isAboutSame
              && news.subject().pullRequest().isPresent();
      case THREAD, COMMENT, FINDING, ALERT, DEPLOYMENT, PUSH, ISSUE, AGENT ->
          news.content().url().isPresent() && news.content().url().equals(before.content().url());
    };
  }

  /** A check's name stands before what it says. */
  private static String nameOf(String title) {
    int colon = title.indexOf(": ");
    return colon < 0 ? title : title.substring(0, colon);
  }

  static void settle(Deciding deciding, Feedback feedback, Fate fate, String by, String words) {
    deciding.emit(new Fact.FeedbackSettled(List.of(feedback.number()), fate, by, words));
    if (feedback.stage() instanceof Stage.Asked(long gate)) {
      withdrawIfAlone(deciding, gate, "it is settled: " + words);
    }
  }

  /** Nothing is asked at that gate any more. */
  static void withdrawIfAlone(Deciding deciding, long gate, String why) {
    boolean isAlone =
        deciding.run().feedback().stream()
            .noneMatch(each -> each.stage().equals(new Stage.Asked(gate)));
    if (isAlone && deciding.run().gate(gate).isPresent()) {
      deciding.emit(new Fact.GateWithdrawn(gate, why));
    }
  }

  /** What a person does to the issue that a session works on is a decision; a bot decides none. */
  private static void moved(Deciding deciding, SessionId id, FeedbackItem item) {
    Optional<String> did = decision(item);
    if (did.isPresent() && !deciding.session(id).isOver()) {
      ask(
          deciding,
          take(deciding, item, new Destination.Triage("a decision about " + id)),
          "%s %s, which goes on: `signalbox cancel %s` gives it up."
              .formatted(item.speaker().login(), did.get().formatted(id), id));
    }
  }

  /** What a person did who wants a session to end, in words; empty for everything else. */
  private static Optional<String> decision(FeedbackItem item) {
    boolean isPersonal = item.speaker().source() == Source.PERSON;
    Result result = item.content().result();
    return isPersonal && item.kind() == Kind.ISSUE && result == Result.CLOSED
        ? Optional.of("closed the issue of %s")
        : isPersonal && item.kind() == Kind.AGENT && result == Result.WITHDRAWN
            ? Optional.of("ordered %s to stop")
            : Optional.empty();
  }

  /** The issue was made, or not. */
  static void filed(Deciding deciding, Input.ReportAnswered answered) {
    deciding.run().feedback().stream()
        .filter(each -> each.number() == answered.number())
        .findFirst()
        .ifPresent(feedback -> filed(deciding, feedback, answered));
  }

  private static void filed(Deciding deciding, Feedback feedback, Input.ReportAnswered answered) {
    switch (feedback.stage()) {
      case Stage.Filing(long cause, SessionState.Retry retry)
          when cause == answered.cause() && retry.notBefore().isEmpty() ->
          answered
              .issue()
              .ifPresentOrElse(
                  issue -> AuthorRules.filed(deciding, feedback, issue),
                  () ->
                      notFiled(
                          deciding, feedback, answered, retry, "No issue could be made of it"));
      case Stage.Describing(long cause, IssueId issue, SessionId author, SessionState.Retry retry)
          when cause == answered.cause() && retry.notBefore().isEmpty() -> {
        if (answered.issue().isPresent()) {
          settle(deciding, feedback, Fate.FILED, author.value(), issue.value());
        } else {
          String what = "It is %s, whose specification could not be written there".formatted(issue);
          notFiled(deciding, feedback, answered, retry, what);
        }
      }
      case Stage _ -> {
        // The answer is late.
      }
    }
  }

  private static void notFiled(
      Deciding deciding,
      Feedback feedback,
      Input.ReportAnswered answered,
      SessionState.Retry retry,
      String what) {
    int failures = retry.failures() + 1;
    if (answered.mayPass() && failures < Limits.STEP_FAILURES_MAX) {
      deciding.emit(
          new Fact.FeedbackNotFiled(
              answered.number(),
              answered.failure(),
              deciding.at().plus(FailureRules.backOff(failures))));
    } else {
      ask(deciding, feedback, what + ": " + answered.failure());
    }
  }

  /** What could not be filed is tried again when its time has come. */
  static void tick(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      switch (each.stage()) {
        case Stage.Filing(long _, SessionState.Retry retry) when isDue(deciding, retry) ->
            deciding.emit(new Fact.FeedbackFiling(each.number()));
        case Stage.Describing(long _, var _, var _, SessionState.Retry retry)
            when isDue(deciding, retry) ->
            deciding.emit(new Fact.FeedbackDescribing(each.number()));
        case Stage _ -> {
          // It waits for nothing that time brings.
        }
      }
    }
  }

  private static boolean isDue(Deciding deciding, SessionState.Retry retry) {
    return retry.notBefore().filter(when -> !when.isAfter(deciding.at())).isPresent();
  }
}
