package dev.signalbox.feedback;

import java.util.List;

/**
 * Decides where feedback goes: the table of the mission's section 7, and the rest that senders say
 * (docs/guide/feedback.md).
 */
public final class FeedbackRouter {
  private FeedbackRouter() {}

  /**
   * The destination of one item. The same item with the same sessions and rules always has the
   * same.
   *
   * @param concerns every session of the run, also those that are over
   */
  public static Destination route(FeedbackItem item, List<Concern> concerns, RoutingRules rules) {
    if (!rules.concern(item.subject().repository())) {
      return new Destination.Ignored("about another repository than this run's");
    }
    return RoutingRow.of(item).route(RoutingCase.of(item, concerns, rules));
  }

  /** The name of the row of the table that decides about an item, for people. */
  public static String row(FeedbackItem item) {
    return RoutingRow.of(item).title();
  }
}
