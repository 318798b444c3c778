package dev.signalbox.runner;

import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import java.util.List;

/** An attempt's output, read as it grows. */
public interface Transcript extends AutoCloseable {

  /**
   * What came since the last call: whole lines only, at most a few megabytes.
   *
   * <p>Junk, lines of another shape and lines beyond the limit are passed over and counted.
   */
  Part read();

  @Override
  void close();

  /**
   * A part of a transcript.
   *
   * @param signals in the order of the output
   * @param offset bytes consumed so far, at the end of a line; after these signals are dealt with,
   *     reading goes on from here
   * @param isAtEnd whether nothing more was there
   */
  record Part(List<AgentSignal> signals, Pulse pulse, long offset, boolean isAtEnd) {
    public Part {
      signals = List.copyOf(signals);
    }
  }
}
