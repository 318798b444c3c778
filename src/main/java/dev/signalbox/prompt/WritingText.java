package dev.signalbox.prompt;

import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.Usd;
import java.util.List;
import java.util.Optional;

/** How the prompts of sessions end that write something and change nothing. */
final class WritingText {
  private WritingText() {}

  /**
   * What it costs, how it begins and how it ends.
   *
   * @param what is written, such as {@code review}
   * @param checkpoint above which the session has to ask before it goes on
   */
  static List<String> closing(String what, Optional<Usd> checkpoint) {
    return List.of(
        CostText.instruction(
            checkpoint
                .<CostCheckpoint>map(CostCheckpoint.Above::new)
                .orElseGet(CostCheckpoint.Unlimited::new)),
        "Reply with 'Session started' before beginning work.",
        "When the %s is written, reply with `TASK_COMPLETE` alone on a line.".formatted(what));
  }
}
