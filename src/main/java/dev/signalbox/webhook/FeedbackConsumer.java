package dev.signalbox.webhook;

import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;

/** Takes what came in. */
public interface FeedbackConsumer {

  /**
   * Takes an item and says where it went; when this returns, the item is the consumer's. An item
   * whose id was taken is not handed over again, except after a kill between the taking and the
   * remembering of it: then it comes with the same id.
   *
   * @throws RuntimeException when it cannot be taken now: the same item comes again after a pause,
   *     and nothing that came later before it
   */
  Destination take(FeedbackItem item);
}
