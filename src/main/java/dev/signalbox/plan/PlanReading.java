package dev.signalbox.plan;

import dev.signalbox.error.Problem;
import java.util.List;

/**
 * What a reader made of a source. Never an empty success: without a phase there is an error.
 *
 * @param problems in the order met
 */
public record PlanReading(Plan plan, List<Problem> problems, SourceCounts counts) {
  public PlanReading {
    problems = List.copyOf(problems);
  }
}
