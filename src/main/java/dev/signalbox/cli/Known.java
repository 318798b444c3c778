package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.RunView;
import dev.signalbox.view.TableText;
import java.util.List;
import java.util.Optional;

/**
 * A run as its engine says, or, where none answers, as it was left.
 *
 * @param isEngineRunning whether an engine said it
 */
record Known(RunView run, boolean isEngineRunning) {

  /**
   * What is known of the run of a state folder.
   *
   * @throws SignalboxException {@code ENGINE_MISSING} where no run ever was either
   */
  static Known find(Engines engines, Records records, Optional<String> folder) {
    try {
      return new Known(engines.connect(folder).look(), true);
    } catch (SignalboxException e) {
      if (e.code() != ErrorCode.ENGINE_MISSING) {
        throw e;
      }
      return new Known(records.lastKnown(folder).orElseThrow(() -> e), false);
    }
  }

  /** What a person has to know before reading the run; nothing where its engine said it. */
  List<String> notice() {
    if (isEngineRunning || run.head().course().isOver()) {
      return List.of();
    }
    String plan = run.head().plan().isEmpty() ? "PLAN" : TableText.plain(run.head().plan());
    return List.of(
        "No engine is running; this is how the run was left. Its agents may work on.",
        "signalbox dispatch " + plan + " goes on with it.",
        "");
  }
}
