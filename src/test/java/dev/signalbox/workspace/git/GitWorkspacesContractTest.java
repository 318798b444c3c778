package dev.signalbox.workspace.git;

import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.workspace.Workspaces;
import dev.signalbox.workspace.WorkspacesContractTest;
import java.nio.file.Path;
import java.util.List;

class GitWorkspacesContractTest extends WorkspacesContractTest {
  @Override
  protected Workspaces workspacesOf(Path repository, Path root) {
    return GitWorkspaces.of(repository, root, walls());
  }

  static CommandWalls walls() {
    return new CommandWalls(new NoSandbox("a test"), List.of(), System.getenv());
  }
}
