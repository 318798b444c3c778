package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Destination;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a fact changes in what came in from outside. */
final class FeedbackFacts {
  private FeedbackFacts() {}

  static void apply(RunDraft draft, Recorded recorded, Fact.OfFeedback fact) {
    long now = recorded.sequence();
    switch (fact) {
      case Fact.FeedbackTaken taken ->
          draft.put(
              new Feedback(
                  now,
                  taken.item(),
                  taken.destination(),
                  recorded.at(),
                  0,
                  new Stage.Waiting(),
                  new Reply.None()));
      case Fact.FeedbackTold told -> each(draft, told.numbers(), it -> it.told(told.tip()));
      case Fact.FeedbackClaimed claimed -> draft.put(claimed(draft.feedback(claimed.number())));
      case Fact.FeedbackReopened again ->
          each(draft, again.numbers(), it -> it.in(new Stage.Waiting()));
      case Fact.FeedbackAsked asked ->
          // The gate is the next fact, and its number that fact's sequence.
          each(draft, asked.numbers(), it -> it.in(new Stage.Asked(now + 1)));
      case Fact.FeedbackRouted routed ->
          each(
              draft,
              List.of(routed.number()),
              it -> it.to(new Destination.ToSession(routed.session(), Destination.Use.REQUIRED)));
      case Fact.FeedbackFiling filing ->
          each(draft, List.of(filing.number()), it -> it.in(new Stage.Filing(now, retryOf(it))));
      case Fact.FeedbackDrafting(long number, IssueId issue, SessionId session) ->
          each(draft, List.of(number), it -> it.in(new Stage.Drafting(issue, session)));
      case Fact.FeedbackDescribing describing ->
          each(draft, List.of(describing.number()), it -> it.in(describing(it, now)));
      case Fact.FeedbackNotFiled failed ->
          each(draft, List.of(failed.number()), it -> it.in(failed(it, now, failed.notBefore())));
      case Fact.DeedBegun begun ->
          each(
              draft,
              List.of(begun.number()),
              it -> it.in(new Stage.Doing(begun.deed(), now, again(it, begun.deed()))));
      case Fact.DeedPutOff putOff ->
          each(draft, List.of(putOff.number()), it -> putOff(it, putOff.notBefore()));
      case Fact.ReviewAsked asked ->
          each(
              draft,
              List.of(asked.number()),
              it -> it.in(new Stage.Watched(asked.head(), recorded.at(), asked.round())));
      case Fact.FeedbackSettled settled ->
          each(
              draft,
              settled.numbers(),
              it -> it.in(new Stage.Settled(settled.fate(), settled.by(), settled.words())));
      case Fact.OfReply reply -> {
        Feedback feedback = draft.feedback(reply.number());
        draft.put(feedback.with(replied(feedback.reply(), reply, now)));
      }
    }
  }

  private static Reply replied(Reply before, Fact.OfReply fact, long now) {
    int failures = before instanceof Reply.Begun begun ? begun.retry().failures() : 0;
    return switch (fact) {
      case Fact.ReplyBegun begun ->
          new Reply.Begun(begun.to(), now, new SessionState.Retry(failures, Optional.empty()));
      case Fact.ReplyPutOff putOff ->
          new Reply.Begun(
              answer(before),
              before instanceof Reply.Begun begun ? begun.cause() : now,
              new SessionState.Retry(failures + 1, Optional.of(putOff.notBefore())));
      case Fact.ReplyEnded ended -> new Reply.Over(answer(before), ended.note());
    };
  }

  private static Reply.To answer(Reply before) {
    return before
        .to()
        .orElseThrow(() -> new IllegalStateException("expected an answer, found none begun"));
  }

  private static void each(RunDraft draft, List<Long> numbers, UnaryOperator<Feedback> change) {
    numbers.forEach(number -> draft.put(change.apply(draft.feedback(number))));
  }

  private static Feedback claimed(Feedback feedback) {
    return feedback.stage() instanceof Stage.Told(Optional<String> tip, boolean _)
        ? feedback.in(new Stage.Told(tip, true))
        : feedback;
  }

  private static Stage describing(Feedback feedback, long now) {
    return switch (feedback.stage()) {
      case Stage.Drafting(IssueId issue, SessionId session) ->
          new Stage.Describing(now, issue, session, SessionState.Retry.NONE);
      case Stage.Describing(long _, IssueId issue, SessionId session, var _) ->
          new Stage.Describing(now, issue, session, retryOf(feedback));
      case Stage other ->
          throw new IllegalStateException("expected a drafted specification, found " + other);
    };
  }

  private static Stage failed(Feedback feedback, long now, Instant notBefore) {
    SessionState.Retry next =
        new SessionState.Retry(retryOf(feedback).failures() + 1, Optional.of(notBefore));
    return feedback.stage() instanceof Stage.Describing(long _, IssueId issue, var session, var _)
        ? new Stage.Describing(now, issue, session, next)
        : new Stage.Filing(now, next);
  }

  /** The same deed again remembers how often it failed. */
  private static SessionState.Retry again(Feedback feedback, Deed deed) {
    return feedback.stage() instanceof Stage.Doing(Deed before, long _, SessionState.Retry retry)
            && before.equals(deed)
        ? new SessionState.Retry(retry.failures(), Optional.empty())
        : SessionState.Retry.NONE;
  }

  private static Feedback putOff(Feedback feedback, Instant notBefore) {
    return feedback.stage()
            instanceof Stage.Doing(Deed deed, long cause, SessionState.Retry(int failures, var _))
        ? feedback.in(
            new Stage.Doing(
                deed, cause, new SessionState.Retry(failures + 1, Optional.of(notBefore))))
        : feedback;
  }

  /** A try that begins is waited for; how often it failed before is remembered. */
  private static SessionState.Retry retryOf(Feedback feedback) {
    return switch (feedback.stage()) {
      case Stage.Filing(long _, SessionState.Retry retry) -> begun(retry);
      case Stage.Describing(long _, IssueId _, SessionId _, SessionState.Retry retry) ->
          begun(retry);
      case Stage _ -> SessionState.Retry.NONE;
    };
  }

  private static SessionState.Retry begun(SessionState.Retry retry) {
    return new SessionState.Retry(retry.failures(), Optional.empty());
  }
}
