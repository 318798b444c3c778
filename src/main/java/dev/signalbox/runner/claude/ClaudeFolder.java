package dev.signalbox.runner.claude;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Claude Code keeps its configuration, credentials and transcripts.
 *
 * @param path the folder
 * @param writable what it writes to: the folder and, where that is in home, a file beside it
 */
record ClaudeFolder(Path path, List<Path> writable) {
  private static final String SETTINGS = "settings.json";

  /** What an agent could plant here would run in the person's own conversations, without walls. */
  private static final List<String> READ_ONLY =
      List.of(
          SETTINGS,
          "settings.local.json",
          "CLAUDE.md",
          "agents",
          "commands",
          "hooks",
          "plugins",
          "skills");

  /** By the variables of Signalbox; empty where there is no home. */
  static Optional<ClaudeFolder> of(Map<String, String> inherited) {
    String configured = inherited.getOrDefault("CLAUDE_CONFIG_DIR", "");
    if (!configured.isEmpty()) {
      Path folder = Path.of(configured);
      return Optional.of(new ClaudeFolder(folder, List.of(folder)));
    }
    String home = inherited.getOrDefault("HOME", "");
    Path folder = Path.of(home, ".claude");
    return home.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClaudeFolder(folder, List.of(folder, Path.of(home, ".claude.json"))));
  }

  List<Path> readOnly() {
    return READ_ONLY.stream().map(path::resolve).toList();
  }

  /** The folder, without which transcripts are lost, and settings that say nothing. */
  void make() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      Path settings = path.resolve(SETTINGS);
      if (!Files.exists(settings)) {
        publish(settings, "{}\n");
      }
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          "Claude Code: expected to write " + path + ", found " + e,
          List.of("free space on the disk, and check that the folder is yours"),
          e);
    }
  }

  /** Whole or not at all, and never over a file that somebody else made meanwhile. */
  private void publish(Path file, String text) throws IOException {
    Path draft = Files.createTempFile(path, ".", ".new");
    try {
      Files.writeString(draft, text);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
