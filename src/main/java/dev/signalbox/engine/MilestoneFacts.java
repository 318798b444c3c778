package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.engine.SessionState.Retry;

/** What a fact changes in a session's milestones. */
final class MilestoneFacts {
  private MilestoneFacts() {}

  static Session apply(Session session, Recorded recorded, Fact.OfMilestone fact) {
    long now = recorded.sequence();
    Milestones milestones = session.trace().milestones();
    return switch (fact) {
      case Fact.MilestoneBegun begun ->
          session.in(
              new SessionState.Exiting(
                  SessionFacts.attempt(session),
                  new ExitStep.Reviewing(now, Retry.NONE),
                  begun.isRunning()),
              now);
      case Fact.SubagentRan _ -> with(session, milestones.subagentRan());
      case Fact.MilestoneSentBack _ -> goesOn(with(session, milestones.askedFor()), recorded);
      case Fact.MilestoneReached reached -> with(session, milestones.waiting(reached.tip()));
      case Fact.MilestoneLeft left ->
          goesOn(with(session, milestones.left(left.isPassed())), recorded);
    };
  }

  private static Session with(Session session, Milestones next) {
    return session.with(session.trace().with(next));
  }

  private static Session goesOn(Session session, Recorded recorded) {
    Attempt attempt = SessionFacts.attempt(session).complete(false).quietFrom(recorded.at());
    return session.in(SessionFacts.running(attempt), recorded.sequence());
  }
}
