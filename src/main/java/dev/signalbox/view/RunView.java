package dev.signalbox.view;

import dev.signalbox.plan.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run at one moment, as every surface shows it.
 *
 * @param version rises with every change
 * @param sessions in the table's order
 * @param inbox open gates, the oldest first
 */
public record RunView(
    long version, Instant at, Head head, List<SessionView> sessions, List<GateView> inbox) {
  public RunView {
    sessions = List.copyOf(sessions);
    inbox = List.copyOf(inbox);
  }

  /**
   * The run as a whole.
   *
   * @param run its name; empty before a run is opened
   * @param plan the plan's file; empty when it was read from standard input
   * @param refusal why its plan does not show all of it; empty where it does
   */
  public record Head(
      String run, String plan, Course course, Money money, Optional<String> refusal) {}

  /**
   * How far it is.
   *
   * @param batch the current one, from 1; 0 before the first
   * @param running sessions that take a place now
   * @param runningMax places
   */
  public record Course(
      int batch, int batches, int running, int runningMax, boolean isCancelled, boolean isOver) {}

  /**
   * What it costs.
   *
   * @param microUsd so far, in millionths of a dollar, by the agents' own count
   * @param estimate the plan's
   * @param cap at which everything stops; empty: never
   */
  public record Money(long microUsd, Usd estimate, Optional<Usd> cap) {}

  /** Whether a run was opened. */
  public boolean isOpened() {
    return !head.run().isEmpty();
  }
}
