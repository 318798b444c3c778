package dev.signalbox.cli;

import dev.signalbox.control.Control;
import dev.signalbox.engine.Bounds;
import dev.signalbox.plan.AgentId;
import java.util.List;
import java.util.Optional;

/** What {@code dispatch} asks of the world around it. */
public interface Dispatching {

  /**
   * What a person chose on the command line.
   *
   * @param plan the plan's path
   * @param state the state folder; empty: the one of the repository
   * @param agent that works on every phase; empty: as the table says
   * @param copies ignored files that each workspace gets
   * @param isApproved whether the table is approved in advance
   * @param isAgain whether phases that an earlier run merged are run again
   */
  record Wish(
      String plan,
      Optional<String> state,
      Optional<AgentId> agent,
      Bounds bounds,
      List<String> copies,
      boolean isApproved,
      boolean isAgain) {
    public Wish {
      copies = List.copyOf(copies);
    }
  }

  /** An engine in this process. Closing it leaves the agents at work. */
  interface Running extends AutoCloseable {
    Control control();

    /** Whether the run was open before. */
    boolean isResumed();

    /** Whether nothing moves any more until a person decides. */
    boolean isWaitingForPeople();

    /** The address of its dashboard; empty where none is served. */
    default Optional<String> dashboard() {
      return Optional.empty();
    }

    /** Where the state of the run lies. */
    String stateFolder();

    @Override
    void close();
  }

  /**
   * Begins a run of the plan, or goes on with the one that is open.
   *
   * @return empty when nothing is left to do: every phase is merged
   * @throws dev.signalbox.error.SignalboxException when another engine has the state folder, or an
   *     agent does not run here
   */
  Optional<Running> begin(Planning.CheckedPlan plan, Wish wish);
}
