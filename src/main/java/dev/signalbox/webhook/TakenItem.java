package dev.signalbox.webhook;

import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import java.time.Instant;

/**
 * What is remembered of an item that was taken.
 *
 * @param delivery the number of the delivery that held it first
 * @param source who said it, such as {@code CODEX codex[bot]}
 * @param title one line
 * @param destination in words, such as {@code S-A required}
 */
public record TakenItem(
    String id,
    long delivery,
    String source,
    FeedbackItem.Kind kind,
    String title,
    String destination,
    Instant at) {

  /** What is remembered of that item. */
  public static TakenItem of(FeedbackItem item, long delivery, Destination destination) {
    return new TakenItem(
        item.id(),
        delivery,
        item.speaker().source() + " " + item.speaker().login(),
        item.kind(),
        item.content().title(),
        DestinationWords.of(destination),
        item.at());
  }
}
