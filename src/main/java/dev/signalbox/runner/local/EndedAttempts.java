package dev.signalbox.runner.local;

import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attempts of a state folder that ended while nobody looked, or whose secrets a kill left
 * uncovered.
 */
public final class EndedAttempts {
  private static final int DEPTH = 3;

  private final Path sessions;
  private final AtRest atRest;

  public EndedAttempts(Path state, AgentSecrets secrets) {
    this.sessions = state.resolve("sessions");
    this.atRest = new AtRest(secrets);
  }

  /**
   * Covers the secrets in what they left. Attempts that may still live are passed over, and so is
   * what the disk does not let do: it stays for the next time.
   *
   * @return those that could not be done, with the reason
   */
  public List<String> cover() {
    List<String> failures = new ArrayList<>();
    for (AttemptFolder folder : attempts()) {
      try {
        if (!AtRest.isCovered(folder) && isOver(folder)) {
          atRest.cover(folder);
        }
      } catch (SignalboxException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return failures;
  }

  private List<AttemptFolder> attempts() {
    if (!Files.isDirectory(sessions)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.walk(sessions, DEPTH)) {
      return folders
          .filter(folder -> sessions.relativize(folder).getNameCount() == DEPTH)
          .filter(folder -> String.valueOf(folder.getFileName()).startsWith("attempt-"))
          .map(AttemptFolder::new)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Nothing is ended here: only the engine of the run does that. */
  private static boolean isOver(AttemptFolder folder) {
    Optional<StartedAttempt> started = folder.text("order.json").map(OrderJson::read);
    if (started.isEmpty()) {
      return false;
    }
    boolean mayStart =
        folder.shim().isEmpty() && started.get().bootId().equals(ProcessTable.bootId());
    return !mayStart && started.get().group(folder).living().isEmpty();
  }
}
