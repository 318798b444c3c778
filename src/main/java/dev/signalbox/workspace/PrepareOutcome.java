package dev.signalbox.workspace;

import java.nio.file.Path;

/** What preparing a workspace led to. */
public sealed interface PrepareOutcome {

  /**
   * It is ready.
   *
   * @param base the commit that the session started from
   */
  record Ready(Path folder, String base) implements PrepareOutcome {}

  /**
   * It is not.
   *
   * @param reason what was expected and found, for a person
   * @param mayPass whether trying again later can help
   */
  record Failed(String reason, boolean mayPass) implements PrepareOutcome {}
}
