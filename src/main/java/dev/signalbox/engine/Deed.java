package dev.signalbox.engine;

import dev.signalbox.feedback.Approach;
import dev.signalbox.plan.AgentId;
import dev.signalbox.session.SessionId;

/**
 * Something that is done on the forge about what came in from outside. Doing it again does no harm.
 */
public sealed interface Deed {

  /** The pull request that it is done to. */
  int pullRequest();

  /**
   * Have Copilot review a quick fix.
   *
   * @param round from 1: one for each head that it was asked to review
   */
  record AskReview(int pullRequest, int round) implements Deed {}

  /**
   * Merge a quick fix, if it still is as it was judged.
   *
   * @param head the commit that was reviewed
   * @param round in which it was
   */
  record Merge(int pullRequest, String head, int round) implements Deed {}

  /**
   * Look at two pull requests for one issue.
   *
   * @param own that of the session
   */
  record Compare(int pullRequest, int own, SessionId session) implements Deed {}

  /**
   * Close it with an explanation, if an agent opened it.
   *
   * @param chosen the one that is kept
   * @param who chose
   */
  record Close(int pullRequest, String chosen, String who) implements Deed {}

  /**
   * Hand what was said about a design to the agent of the design loop, in a comment that calls it.
   *
   * @param mention how a comment calls it, with its {@code @}
   */
  record PassOn(int pullRequest, AgentId agent, String mention) implements Deed {}

  /** What came of it. */
  sealed interface Result {

    /**
     * Copilot is asked, or reviewed it before.
     *
     * @param head the commit that the pull request was at
     */
    record Asked(String head) implements Result {}

    /**
     * It is merged.
     *
     * @param commit in the base
     */
    record Merged(String commit) implements Result {}

    /** The two pull requests. */
    record Compared(Approach own, Approach other) implements Result {}

    /** It is closed. */
    record Closed() implements Result {}

    /** The agent is called. */
    record PassedOn() implements Result {}

    /** It stands otherwise than when it was judged: it is judged again. */
    record Moved() implements Result {}

    /**
     * It was not done.
     *
     * @param mayPass whether trying again can help
     */
    record Failed(String reason, boolean mayPass) implements Result {}
  }
}
