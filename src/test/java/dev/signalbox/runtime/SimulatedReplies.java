package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What is said on the forge to who remarked something: once, and to everybody. */
final class SimulatedReplies {
  private final Random random;
  private final Planted planted;
  private final Map<Long, Set<Reply.To>> said = new HashMap<>();
  boolean isCalm;

  SimulatedReplies(Random random, Planted planted) {
    this.random = random;
    this.planted = planted;
  }

  /** The same words again are the same answer; a lost answer of the forge was said all the same. */
  Input say(Effect.SayBack it) {
    boolean isFault = !isCalm && random.nextInt(4) == 0;
    if (planted != Planted.REPLY_IMAGINED && (!isFault || random.nextBoolean())) {
      said.computeIfAbsent(it.number(), _ -> new HashSet<>()).add(it.to());
    }
    return new Input.ReplyAnswered(
        it.cause(),
        it.number(),
        isFault ? Optional.of("the forge is away") : Optional.empty(),
        random.nextInt(6) != 0);
  }

  void checkEnd(RunState run) {
    for (Feedback each : run.feedback().values()) {
      int times = said.getOrDefault(each.number(), Set.of()).size();
      boolean isRefused = each.reply() instanceof Reply.Over over && !over.note().isEmpty();
      if (times > 1 || (times == 0 && isOwed(run, each) && !isRefused)) {
        throw new AssertionError(
            "%d answers to %s of %s".formatted(times, each.item().id(), each.stage()));
      }
      if (times > 0 && !isTold(each)) {
        throw new AssertionError("%s is answered: %s".formatted(each.item().id(), each.stage()));
      }
    }
  }

  /** A remark on a session's own pull request that came to an end which the forge does not show. */
  private static boolean isOwed(RunState run, Feedback feedback) {
    boolean isRemark = feedback.item().id().startsWith("github:review-comment:");
    boolean isOurs =
        run.sessions().values().stream()
            .filter(session -> !isLost(session))
            .flatMap(session -> session.trace().pullRequest().stream())
            .anyMatch(shown -> feedback.pullRequest().equals(Optional.of(shown.number())));
    return isRemark && isOurs && isTold(feedback);
  }

  private static boolean isTold(Feedback feedback) {
    return feedback.stage() instanceof Stage.Settled settled
        && (settled.fate() == Fate.ADDRESSED
            || settled.fate() == Fate.DECLINED
            || settled.fate() == Fate.LEFT
            || settled.fate() == Fate.NOTED
            || settled.fate() == Fate.FILED);
  }

  private static boolean isLost(Session session) {
    return session.trace().hold().isGone();
  }
}
