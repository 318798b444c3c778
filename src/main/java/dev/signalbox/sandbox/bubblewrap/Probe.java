package dev.signalbox.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds out by running it whether bubblewrap holds here, and how. */
final class Probe {
  private Probe() {}

  /**
   * What was found.
   *
   * @param way the first that works
   * @param failure why there are no walls; empty if there are
   */
  record Answer(Way way, Optional<String> failure) {}

  /**
   * One way to put walls up.
   *
   * @param user the options that make the program an unprivileged user
   * @param scope what comes before the program inside; may be empty
   */
  record Way(List<String> user, List<String> scope) {}

  /** The first way that works; if none does, the first one with what it said. */
  static Answer of(List<Way> ways, Function<Way, List<String>> trial) {
    Optional<String> first = Optional.empty();
    for (Way way : ways) {
      Optional<String> failure = failureOf(trial.apply(way));
      if (failure.isEmpty()) {
        return new Answer(way, failure);
      }
      first = first.isEmpty() ? failure : first;
    }
    return new Answer(ways.getFirst(), first);
  }

  private static Optional<String> failureOf(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().retainAll(Set.of("PATH"));
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readNBytes(1_000);
      int exit = process.waitFor();
      if (exit == 0) {
        return Optional.empty();
      }
      String text = new String(said, StandardCharsets.UTF_8).strip();
      return Optional.of(
          "bubblewrap: expected walls around a program, found exit code " + exit + ": " + text);
    } catch (IOException e) {
      return Optional.of("bubblewrap: expected the program bwrap, found " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("bubblewrap: expected an answer, found an interruption");
    }
  }
}
