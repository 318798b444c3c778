package dev.signalbox.app;

import dev.signalbox.cli.ToolServing;
import dev.signalbox.mcp.PersonServer;
import dev.signalbox.view.ShellWord;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Serves the tools to the program that started this process. */
final class LocalTools implements ToolServing {
  private final LocalMachine machine;
  private final LocalEngines engines;

  LocalTools(LocalMachine machine, LocalEngines engines) {
    this.machine = machine;
    this.engines = engines;
  }

  @Override
  public void serve(Optional<String> folder) {
    // Whatever prints against the rules lands where logs do, and not between two messages.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    Path state = engines.stateFolder(folder);
    String options = folder.map(name -> "--state " + ShellWord.of(name)).orElse("");
    // Standard input is the client's: a plan is never read from it.
    LocalPlanning planning =
        new LocalPlanning(
            InputStream.nullInputStream(),
            machine.clock(),
            machine.configFile(),
            new LocalTrackers(machine, machine.configFile()));
    try (DetachedEngine engine = new DetachedEngine(machine.environment(), state)) {
      LocalDesk desk =
          new LocalDesk(
              planning,
              engines,
              new LocalRecords(machine.environment(), machine.home(), machine.clock()),
              engine,
              new LocalDesk.Place(PlanFolder.here(), state, options));
      new PersonServer(desk, version()).serve(System.in, out);
    }
  }

  static String version() {
    return Optional.ofNullable(LocalTools.class.getPackage().getImplementationVersion())
        .orElse("built from sources");
  }
}
