package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;

/** A tracker's service as a test has it in hand, with what people and agents do there. */
public interface TrackedWorld extends AutoCloseable {

  /** A client; each one is another machine's, with the same account. */
  Tracker client();

  /** A person writes a comment in the tracker's own screen. */
  void personSays(IssueId issue, String body);

  /** The person who is assigned, and an agent's account where the tracker has delegates. */
  Owners owners();

  /** A person plans an issue, as people do in that tracker. */
  void personPlans(IssueId issue, String milestone, String priority);

  /** Every request fails on the way, until told otherwise. */
  void fail(boolean isFailing);

  /** Whether there is a state for review of its own. */
  boolean hasReviewState();

  /** An agent that was handed the issue says something. */
  void agentSays(IssueId issue, String text);

  @Override
  void close();
}
