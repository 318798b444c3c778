package dev.signalbox.cli;

import java.util.Optional;
import java.util.function.Consumer;

/** What comes in from other systems. */
public interface Receiving {
  /** Where nothing comes in. */
  Receiving NOTHING =
      new Receiving() {
        @Override
        public void serve(Optional<String> folder, Consumer<String> line) {
          throw new IllegalStateException("expected a way to receive webhooks, found none");
        }
      };

  /**
   * Listens and stores until the process is told to end.
   *
   * @param folder the state folder; empty: the one of the repository around the current folder
   * @param line hears where it listens, then a line for each delivery
   * @throws dev.signalbox.error.SignalboxException {@code WEBHOOKS_FAILED} when it cannot, {@code
   *     CONFIG_INVALID} when no sender is configured
   */
  void serve(Optional<String> folder, Consumer<String> line);
}
