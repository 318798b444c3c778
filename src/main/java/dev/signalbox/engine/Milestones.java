package dev.signalbox.engine;

import dev.signalbox.limit.ReviewLimits;
import java.util.Optional;

/**
 * The milestones of a session whose work is reviewed while it goes on.
 *
 * @param passed how many a person let it pass
 * @param sentBack how often it was asked for the review of the current one
 * @param subagents runs of its subagents since the last one
 * @param passedAt the commit that it was at when it passed the last one
 * @param waitingAt the commit at which it waits for a person
 */
public record Milestones(
    int passed,
    int sentBack,
    int subagents,
    Optional<String> passedAt,
    Optional<String> waitingAt) {
  static final Milestones NONE = new Milestones(0, 0, 0, Optional.empty(), Optional.empty());

  Milestones subagentRan() {
    return new Milestones(
        passed, sentBack, Math.min(subagents + 1, ReviewLimits.SUBAGENTS_MAX), passedAt, waitingAt);
  }

  Milestones askedFor() {
    return new Milestones(passed, sentBack + 1, subagents, passedAt, Optional.empty());
  }

  Milestones waiting(String tip) {
    return new Milestones(passed, sentBack, subagents, passedAt, Optional.of(tip));
  }

  Milestones left(boolean isPassed) {
    return isPassed
        ? new Milestones(passed + 1, 0, 0, waitingAt.or(() -> passedAt), Optional.empty())
        : new Milestones(passed, 0, 0, passedAt, Optional.empty());
  }
}
