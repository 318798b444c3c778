package dev.signalbox.workspace.git;

import java.util.ArrayList;
import java.util.List;

/** How refs are fetched: their objects checked, and nothing taken along. */
final class Fetching {
  private static final List<String> CAREFULLY =
      List.of(
          "-c",
          "fetch.fsckObjects=true",
          "-c",
          "transfer.fsckObjects=true",
          "-c",
          "protocol.file.allow=always",
          "-c",
          "fetch.prune=false",
          "-c",
          "fetch.writeCommitGraph=false",
          "fetch",
          "--quiet",
          "--no-tags",
          "--no-write-fetch-head",
          "--no-recurse-submodules",
          "--");

  private Fetching() {}

  /**
   * The command.
   *
   * @param refspec with both sides named in full
   */
  static List<String> command(String source, String refspec) {
    List<String> command = new ArrayList<>(CAREFULLY);
    command.add(source);
    command.add(refspec);
    return command;
  }
}
