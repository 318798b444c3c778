package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.check.CheckResult;
import dev.signalbox.control.GateRef;
import dev.signalbox.plan.AgentId;
import dev.signalbox.view.RunView;
import java.util.Optional;

/**
 * What the tools ask of the world around them. Every method may throw {@link
 * dev.signalbox.error.SignalboxException}, which the client is told.
 */
public interface Desk {

  /**
   * A plan that was loaded, read and checked.
   *
   * @param format the name of the reader, empty when nothing could be loaded
   */
  record Checked(CheckResult result, String format) {}

  /**
   * A run as its engine says, or, where none answers, as it was left.
   *
   * @param isEngineRunning whether an engine said it
   */
  record Known(RunView run, boolean isEngineRunning) {}

  /** What came of a start. */
  sealed interface Begun {

    /** An engine works on it, and goes on when this process ends. */
    record Running(RunView run) implements Begun {}

    /**
     * The engine ended at once.
     *
     * @param exit its exit code
     * @param log the end of what it printed
     */
    record Ended(int exit, String log) implements Begun {}
  }

  /**
   * Loads, reads and checks a plan.
   *
   * @param plan a file or folder of the repository, or an issue in a tracker; nothing else is read
   */
  Checked check(String plan);

  /** The run of the state folder. */
  Known run();

  /**
   * Starts an engine for the plan, which approves nothing, and returns when it says how the run
   * stands.
   *
   * @param agent that works on every phase; empty: as the table says
   */
  Begun begin(String plan, Optional<AgentId> agent);

  /**
   * Who decisions are recorded for.
   *
   * @throws dev.signalbox.error.SignalboxException when this is no person's process but an agent's
   */
  String person();

  /** Hands a person's decision to the engine. */
  Answer decide(GateRef gate, GateDecision decision, String who);

  /** What has to stand in commands about the same state folder; empty for nothing. */
  String inCommands();
}
