package dev.signalbox.review;

import java.util.List;

/**
 * What one reviewer says in one round.
 *
 * @param reviewer how the record names it, such as {@code security}; unique within a round
 * @param findings in the reviewer's order; empty says that there is nothing to find
 */
public record Opinion(String reviewer, Recommendation recommendation, List<Finding> findings) {
  public Opinion {
    findings = List.copyOf(findings);
  }
}
