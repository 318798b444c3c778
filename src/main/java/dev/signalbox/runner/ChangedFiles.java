package dev.signalbox.runner;

import dev.signalbox.limit.Limits;
import dev.signalbox.session.AgentSignal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The files that one process's tools changed, each told once. */
public final class ChangedFiles {
  private final Path workspace;
  private final Set<String> told = new HashSet<>();

  public ChangedFiles(Path workspace) {
    this.workspace = workspace;
  }

  /**
   * The signal for a file; empty if it was told before, or beyond a bound that no session needs.
   */
  public Optional<AgentSignal> tell(String path) {
    return ToldPath.of(workspace, path)
        .filter(found -> told.size() < Limits.CHANGED_FILES_MAX && told.add(found))
        .map(AgentSignal.FileChanged::new);
  }
}
