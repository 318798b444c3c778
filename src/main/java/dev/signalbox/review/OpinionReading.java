package dev.signalbox.review;

import java.util.List;
import java.util.Optional;

/**
 * What a reviewer's text says as an opinion.
 *
 * @param opinion empty where the text is none
 * @param problems why it is none, each with its line and column; empty where it is one
 */
public record OpinionReading(Optional<Opinion> opinion, List<String> problems) {
  public OpinionReading {
    problems = List.copyOf(problems);
  }

  static OpinionReading none(String problem) {
    return new OpinionReading(Optional.empty(), List.of(problem));
  }
}
