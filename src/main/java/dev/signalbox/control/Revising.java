package dev.signalbox.control;

import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import java.util.List;

/** Computes what a changed dispatch table leads to, outside of the engine, which only takes it. */
public interface Revising {
  /** Where a table cannot be computed again. */
  Revising NONE =
      (_, _, _) ->
          new Outcome.Unsound(List.of("expected an engine that can compute the table again"));

  /** What became of edits. */
  sealed interface Outcome {
    /**
     * They can be carried out.
     *
     * @param spec what the run would do
     * @param edits those that change something
     */
    record Sound(RunSpec spec, List<TableEdit> edits) implements Outcome {}

    /**
     * They cannot.
     *
     * @param problems all of them, one sentence each
     */
    record Unsound(List<String> problems) implements Outcome {}
  }

  /**
   * Applies edits to the table of a run. Changes nothing.
   *
   * @param run as it is now, open
   */
  Outcome revise(RunState run, List<TableEdit> edits, String who);
}
