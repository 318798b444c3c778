package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.linear.LinearAgentSessions.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The agent sessions of Linear that are followed: a file each, replaced as a whole, so that a kill
 * leaves the one before or the one after. Safe for several threads of one process.
 */
final class FollowedCalls {
  /** The lines of a file before the text, which may have several. */
  private static final int HEAD = 6;

  private final Path folder;

  /**
   * Those of a folder.
   *
   * @param folder need not be there
   */
  FollowedCalls(Path folder) {
    this.folder = folder;
  }

  /** All of them, by the ids of their sessions. */
  synchronized List<FollowedCall> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<FollowedCall> all = new ArrayList<>();
      for (Path file : files.filter(each -> !isPart(each)).sorted().toList()) {
        read(file).ifPresent(all::add);
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static boolean isPart(Path file) {
    return file.toString().endsWith(".part");
  }

  /** The one of a session; empty where it is not followed. */
  synchronized Optional<FollowedCall> of(String session) {
    Path file = folder.resolve(session);
    return Files.exists(file) ? read(file) : Optional.empty();
  }

  private Optional<FollowedCall> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new FollowedCall(
              String.valueOf(file.getFileName()),
              new IssueId(lines.get(0)),
              Long.parseLong(lines.get(1)),
              new CallState(
                  lines.get(2),
                  Manner.valueOf(lines.get(3)),
                  String.join("\n", lines.subList(HEAD, lines.size()))),
              Boolean.parseBoolean(lines.get(4)),
              Instant.parse(lines.get(5))));
    } catch (IOException e) {
      throw failure(e);
    } catch (RuntimeException _) {
      // Somebody else wrote it: nothing is said on its behalf.
      return Optional.empty();
    }
  }

  /** Keeps it, in place of what was kept of its session. */
  synchronized void keep(FollowedCall call) {
    List<String> lines =
        List.of(
            call.issue().value(),
            String.valueOf(call.step()),
            call.now().word(),
            call.now().manner().name(),
            String.valueOf(call.isSaid()),
            call.at().toString(),
            call.now().text());
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(call.session() + ".part");
      Files.write(part, lines);
      Files.move(
          part,
          folder.resolve(call.session()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
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
