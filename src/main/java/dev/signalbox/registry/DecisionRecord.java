package dev.signalbox.registry;

import java.util.List;

/**
 * What reviewers found in a plan and what people decided about it.
 *
 * @param key tells it from others of the run
 * @param title one line
 * @param lines Markdown in which nothing of a reviewer is more than text
 */
public record DecisionRecord(String key, String title, List<String> lines) {
  public DecisionRecord {
    lines = List.copyOf(lines);
  }
}
