package dev.signalbox.cli;

import dev.signalbox.view.ShellWord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine a command talks to. */
final class FolderOption {
  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "Where the run is kept, if not where the repository around here keeps it.")
  private @Nullable String folder;

  Optional<String> folder() {
    return Optional.ofNullable(folder);
  }

  /** What has to stand in other commands to the same engine; empty for nothing. */
  String inCommands() {
    return folder == null ? "" : "--state " + ShellWord.of(folder);
  }
}
