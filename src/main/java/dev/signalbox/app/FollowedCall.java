package dev.signalbox.app;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.linear.LinearAgentSessions.Manner;
import java.time.Instant;

/**
 * An agent session of Linear whose issue a session works on.
 *
 * @param session Linear's id of it
 * @param step counts what is said in it, so that each is said once
 * @param now what was said last, or is about to be
 * @param isSaid whether Linear has it for certain
 * @param at when it was decided to say it
 */
record FollowedCall(
    String session, IssueId issue, long step, CallState now, boolean isSaid, Instant at) {

  /** The next thing to say. */
  FollowedCall saying(CallState next, Instant time) {
    return new FollowedCall(session, issue, step + 1, next, false, time);
  }

  /** The same, in a way that the next thing takes away again. */
  FollowedCall repeating(Instant time) {
    return saying(new CallState(now.word(), Manner.PASSING, now.text()), time);
  }

  FollowedCall said() {
    return new FollowedCall(session, issue, step, now, true, at);
  }
}
