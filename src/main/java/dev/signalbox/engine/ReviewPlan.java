package dev.signalbox.engine;

import dev.signalbox.plan.AgentId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who reviews in a run, what and how often, as it was approved.
 *
 * @param profile its name, as the plan writes it, and its line for people
 * @param seats the reviewers, each with another name
 * @param synthesiser who sums up what they found; present where they answer each other's findings
 * @param rounds how often one work is reviewed at most: once more each time that it was reworked
 * @param isBeforeDispatch whether no session starts before the plan was reviewed (Gates 1 and 2)
 * @param sessions those whose work is reviewed before it is merged
 * @param inside those whose own subagents review their work at milestones
 */
public record ReviewPlan(
    String profile,
    List<Seat> seats,
    Optional<Seat> synthesiser,
    int rounds,
    boolean isBeforeDispatch,
    List<SessionId> sessions,
    List<Inside> inside) {
  public ReviewPlan {
    inside = List.copyOf(inside);
    seats = List.copyOf(seats);
    sessions = List.copyOf(sessions);
  }

  /** The names of all reviewers, in the profile's order. */
  public List<String> reviewers() {
    return seats.stream().map(Seat::reviewer).toList();
  }

  /** Whether reviewers are sessions of their own, and not only subagents. */
  public boolean needsSessions() {
    return isBeforeDispatch || !sessions.isEmpty();
  }

  /** How the session's work is reviewed at milestones; empty where it has none. */
  public Optional<Inside> insideOf(SessionId session) {
    return inside.stream().filter(each -> each.session().equals(session)).findFirst();
  }

  /**
   * A session that stops at milestones.
   *
   * @param tellsSubagents whether its agent shows that subagents ran
   */
  public record Inside(SessionId session, boolean tellsSubagents) {}

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
