package dev.signalbox.engine;

import dev.signalbox.plan.AgentId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who reviews in a run, what and how often, as it was approved.
 *
 * @param profile its name, as the plan writes it
 * @param title the profile's line for people
 * @param seats the reviewers, each with another name
 * @param synthesiser who sums up what they found; present where they answer each other's findings
 * @param rounds how often one work is reviewed at most: once more each time that it was reworked
 * @param isBeforeDispatch whether no session starts before the plan was reviewed (Gates 1 and 2)
 * @param sessions those whose work is reviewed before it is merged
 */
public record ReviewPlan(
    String profile,
    String title,
    List<Seat> seats,
    Optional<Seat> synthesiser,
    int rounds,
    boolean isBeforeDispatch,
    List<SessionId> sessions) {
  public ReviewPlan {
    seats = List.copyOf(seats);
    sessions = List.copyOf(sessions);
  }

  /** How tables and records call it: the profile's name and its title. */
  public String option() {
    return title.equals(profile) ? profile : "%s: %s".formatted(profile, title);
  }

  /** Everybody who gets a session, each time that something is reviewed. */
  public List<Seat> everybody() {
    return Stream.concat(seats.stream(), synthesiser.stream()).toList();
  }

  /** The reviewer of that name. */
  Seat seat(String reviewer) {
    return seats.stream()
        .filter(seat -> seat.reviewer().equals(reviewer))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected a reviewer, found " + reviewer));
  }

  /**
   * One reviewer; each is a session of its own.
   *
   * @param reviewer its name in the record
   * @param perspective what it looks for, as its prompt says it
   * @param canAsk whether its agent asks before it uses tools, so that it can be kept from writing
   */
  public record Seat(
      String reviewer,
      String perspective,
      AgentId agent,
      Optional<String> model,
      Optional<String> effort,
      boolean canAsk) {}
}
