package dev.signalbox.runtime;

import dev.signalbox.engine.Recorded;
import dev.signalbox.journal.CursorMove;
import java.util.List;

/** Where the writer makes facts durable. */
public interface FactStore {

  /**
   * Writes all or none; when it returns, they outlive a kill and a power cut.
   *
   * @param moves how far the outputs were read from which the facts came
   * @param isClosing whether the run is over with these facts
   */
  void append(List<Recorded> facts, List<CursorMove> moves, boolean isClosing);
}
