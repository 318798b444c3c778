package dev.signalbox.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which engine a command talks to, and in which form it prints. */
final class EngineOption {
  @Mixin private FolderOption folder = new FolderOption();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Optional<String> folder() {
    return folder.folder();
  }

  boolean isJson() {
    return json;
  }

  /** What has to stand in other commands to the same engine; empty for nothing. */
  String inCommands() {
    return folder.inCommands();
  }
}
