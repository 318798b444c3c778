package dev.signalbox.review;

import java.util.List;

/**
 * What a person's shorthand says.
 *
 * @param orders in the order of the text; empty where there are problems
 * @param problems each with its column, what was expected and what was found
 */
public record OrderReading(List<RecordOrder> orders, List<String> problems) {
  public OrderReading {
    orders = List.copyOf(orders);
    problems = List.copyOf(problems);
  }
}
