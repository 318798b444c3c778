package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the agents' own files say, held against the journal. */
record Attempts(Shop shop) {

  /** The folders of a session's attempts, the first one first. */
  private List<Path> folders(String session) throws IOException {
    try (Stream<Path> folders =
        Files.list(shop.state().resolve("sessions/gift-cards-1").resolve(session))) {
      return folders.sorted().toList();
    }
  }

  /** All that a session's agents printed. */
  List<String> printed(String session) throws IOException {
    List<String> lines = new java.util.ArrayList<>();
    for (Path folder : folders(session)) {
      lines.addAll(Files.readAllLines(folder.resolve("out")));
    }
    return lines;
  }

  long count(String session, String words) throws IOException {
    return printed(session).stream().filter(line -> line.contains(words)).count();
  }

  /** Each attempt is one process, and no process is without its attempt. */
  void startedOnce(String session) throws IOException {
    List<Path> folders = folders(session);
    assertThat(Told.in(shop.state()).of(session, Fact.AttemptBegun.class))
        .extracting(fact -> "attempt-" + fact.beginning().attempt())
        .containsExactlyElementsOf(
            folders.stream().map(folder -> String.valueOf(folder.getFileName())).toList());
    for (Path folder : folders) {
      assertThat(Files.readAllLines(folder.resolve("out")))
          .as("%s", folder)
          .filteredOn(line -> line.startsWith("{\"event\":\"session\""))
          .hasSize(1);
    }
  }

  /** What was said became a fact exactly once, and nothing else did. */
  void heardOnce(String session) throws IOException {
    Told told = Told.in(shop.state());
    assertThat(told.of(session, Fact.StartConfirmed.class))
        .hasSize(Math.toIntExact(count(session, "\"Session started\"")));
    assertThat(told.of(session, Fact.TaskCompleted.class))
        .hasSize(Math.toIntExact(count(session, "\"TASK_COMPLETE\"")));
    assertThat(told.of(session, Fact.EstimateStated.class)).hasSize(1);
    List<String> asked =
        told.all(Fact.GateOpened.class).stream()
            .map(Fact.GateOpened::gate)
            .filter(gate -> gate.sessions().toString().equals("[" + session + "]"))
            .flatMap(gate -> gate.question().stream())
            .map(question -> question.id())
            .toList();
    assertThat(asked).doesNotHaveDuplicates().hasSize((int) count(session, "\"event\":\"ask\""));
  }

  /** Each message lies in its attempt's folder once, and was fed. */
  void toldOnce(String session) throws IOException {
    List<Fact.MessageQueued> queued = Told.in(shop.state()).of(session, Fact.MessageQueued.class);
    int attempt = 0;
    for (Path folder : folders(session)) {
      attempt++;
      int number = attempt;
      long expected = queued.stream().filter(fact -> fact.attempt() == number).count();
      try (Stream<Path> messages = Files.list(folder.resolve("in"))) {
        List<String> names =
            messages
                .map(path -> String.valueOf(path.getFileName()))
                // A kill may leave a draft, which nobody reads.
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
        // The prompt is the first one, and no fact of its own.
        assertThat(names).as("%s", folder).hasSize(Math.toIntExact(expected) + 1);
        String last = names.getLast().replaceFirst("\\..*", "");
        assertThat(Files.readString(folder.resolve("fed")).strip()).isEqualTo(last);
      }
    }
  }
}
