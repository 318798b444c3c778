package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.IssueId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The alerts that have their issue and still wait for a run: a file each, replaced as a whole, so
 * that a kill leaves none or all of it. It is gone once a run has taken the alert.
 */
final class FiledAlerts {
  /** In the state folder. */
  static final String FOLDER = "filed-alerts";

  private final Path folder;

  /**
   * Those of a state folder.
   *
   * @param state need not be there
   */
  FiledAlerts(Path state) {
    this.folder = state.resolve(FOLDER);
  }

  /** Ids are their senders' and may hold anything. */
  private Path file(String item) {
    return folder.resolve(UUID.nameUUIDFromBytes(item.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** The issue of an alert; empty where none is kept. */
  Optional<IssueId> of(String item) {
    Path file = file(item);
    try {
      return Files.exists(file)
          ? Optional.of(new IssueId(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      // Somebody else wrote it; filing again finds the issue.
      return Optional.empty();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Keeps it, in place of what was kept of the same alert. */
  void keep(String item, IssueId issue) {
    Path file = file(item);
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(file.getFileName() + ".part");
      Files.writeString(part, issue.value() + "\n");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Does nothing where none is kept. */
  void forget(String item) {
    try {
      boolean _ = Files.deleteIfExists(file(item));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private SignalboxException failure(IOException e) {
    return new SignalboxException(
        ErrorCode.WEBHOOKS_FAILED,
        folder + ": expected to read and write it, found " + e,
        List.of("make room, or give this user the right to write there"),
        e);
  }
}
