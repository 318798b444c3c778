package dev.signalbox.cli;

import java.util.List;
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

        @Override
        public List<Row> rows(Optional<String> folder, int most) {
          return List.of();
        }
      };

  /**
   * One thing that came in.
   *
   * @param destination where it went; for one that waits, which row of the table it falls into
   * @param state {@code taken}, {@code waiting} or {@code ignored}
   * @param outcome how far a run is with it; empty where no run had to deal with it
   */
  record Row(
      String id,
      String source,
      String kind,
      String title,
      String destination,
      String state,
      Optional<String> outcome) {}

  /**
   * Listens and stores until the process is told to end.
   *
   * @param folder the state folder; empty: the one of the repository around the current folder
   * @param line hears where it listens, then a line for each delivery
   * @throws dev.signalbox.error.SignalboxException {@code WEBHOOKS_FAILED} when it cannot, {@code
   *     CONFIG_INVALID} when no sender is configured
   */
  void serve(Optional<String> folder, Consumer<String> line);

  /** What came in, latest first. Nothing is written. */
  List<Row> rows(Optional<String> folder, int most);
}
