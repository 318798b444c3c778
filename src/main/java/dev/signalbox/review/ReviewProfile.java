package dev.signalbox.review;

import dev.signalbox.plan.AgentId;
import java.util.List;
import java.util.Optional;

/**
 * Who reviews, with which prompt and model, and how often; a file (docs/guide/reviews.md).
 *
 * @param name of the file, as a plan writes it after {@code review:}
 * @param title one line for people
 * @param rounds how often one work is reviewed at most, from 1
 * @param seats the reviewers that are sessions, each with another name
 * @param synthesiser who sums a debate up; present where reviewers answer each other's findings
 * @param elsewhere the reviewers that look at pull requests, with other names than those
 */
public record ReviewProfile(
    String name,
    String title,
    int rounds,
    List<Seat> seats,
    Optional<Seat> synthesiser,
    List<Elsewhere> elsewhere) {
  public ReviewProfile {
    elsewhere = List.copyOf(elsewhere);
    seats = List.copyOf(seats);
  }

  /**
   * One reviewer.
   *
   * @param reviewer its name in the record
   * @param perspective what it looks for, as its prompt says it; empty for a synthesiser
   * @param agent empty for the run's own
   * @param model empty for the agent's choice
   */
  public record Seat(
      String reviewer,
      String perspective,
      Optional<AgentId> agent,
      Optional<String> model,
      Optional<String> effort) {}
}
