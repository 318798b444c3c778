package dev.signalbox.engine;

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
