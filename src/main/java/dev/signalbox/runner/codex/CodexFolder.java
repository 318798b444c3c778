package dev.signalbox.runner.codex;

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
import java.util.stream.Stream;

/** Where Codex keeps its configuration, credentials and transcripts. */
record CodexFolder(Path path) {
  /** What an agent could plant here would run, or be obeyed, in the person's own conversations. */
  private static final List<String> READ_ONLY_FILES = List.of("config.toml", "AGENTS.md");

  private static final List<String> READ_ONLY_FOLDERS = List.of("plugins", "prompts", "rules");

  /** As those, where they are; made, they would change what Codex does. */
  private static final List<String> READ_ONLY_IF_THERE =
      List.of("AGENTS.override.md", "hooks", "hooks.json");

  /** By the variables of Signalbox; empty where there is no home. */
  static Optional<CodexFolder> of(Map<String, String> inherited) {
    String configured = inherited.getOrDefault("CODEX_HOME", "");
    if (!configured.isEmpty()) {
      return Optional.of(new CodexFolder(Path.of(configured)));
    }
    String home = inherited.getOrDefault("HOME", "");
    return home.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodexFolder(Path.of(home, ".codex")));
  }

  List<Path> readOnly() {
    return Stream.of(READ_ONLY_FILES, READ_ONLY_FOLDERS, READ_ONLY_IF_THERE)
        .flatMap(List::stream)
        .map(path::resolve)
        .toList();
  }

  /** The folder, and empty ones of what is not to be planted. */
  void make() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      for (String folder : READ_ONLY_FOLDERS) {
        Files.createDirectories(path.resolve(folder));
      }
      for (String file : READ_ONLY_FILES) {
        createFile(path.resolve(file));
      }
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          "Codex: expected to write " + path + ", found " + e,
          List.of("free space on the disk, and check that the folder is yours"),
          e);
    }
  }

  private static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException _) {
      // It is there, with whatever the person wrote.
    }
  }
}
