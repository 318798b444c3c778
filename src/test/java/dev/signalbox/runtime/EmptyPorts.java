package dev.signalbox.runtime;

import dev.signalbox.journal.memory.MemoryApprovedCommands;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.registry.file.PlanFileRegistry;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitMerges;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real ports of a new repository, with nothing in them: no agents, no walls, no services. */
final class EmptyPorts {
  private EmptyPorts() {}

  static Ports in(Path folder) throws IOException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    TestRepository.create(repository);
    NoSandbox open = new NoSandbox("for a test");
    CommandWalls walls = new CommandWalls(open, List.of(), System.getenv());
    return new Ports(
        new LocalAgentRunner(
            new LocalSetup(
                folder.resolve("state"), List.of(), Map.of(), open, Map.of(), List.of())),
        GitWorkspaces.of(repository, folder.resolve("workspaces"), walls),
        GitMerges.of(repository, folder.resolve("scratch"), walls),
        new MemoryClaims(),
        new MemoryApprovedCommands(),
        new PlanFileRegistry(),
        Ports.Services.NONE);
  }
}
