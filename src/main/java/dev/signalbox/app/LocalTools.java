package dev.signalbox.app;

import dev.signalbox.cli.ToolServing;
import dev.signalbox.mcp.PersonEndpoint;
import dev.signalbox.mcp.PersonServer;
import dev.signalbox.view.ShellWord;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

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
    try (DetachedEngine engine = new DetachedEngine(machine.environment(), state)) {
      new PersonServer(desk(folder, state, engine), version()).serve(System.in, out);
    }
  }

  @Override
  public void serveHttp(Optional<String> folder, int port, Consumer<String> line) {
    Path state = engines.stateFolder(folder);
    try (DetachedEngine engine = new DetachedEngine(machine.environment(), state);
        PersonEndpoint endpoint =
            PersonEndpoint.start(state, port, desk(folder, state, engine), version())) {
      line.accept(endpoint.url());
      line.accept("Requests show the token in " + state.resolve(PersonEndpoint.TOKEN_FILE) + ".");
      line.accept(
          "claude mcp add --transport http signalbox %s --header \"Authorization: Bearer $(cat %s)\""
              .formatted(
                  endpoint.url(),
                  ShellWord.of(state.resolve(PersonEndpoint.TOKEN_FILE).toString())));
      untilStopped();
    }
  }

  /** A person ends it with Ctrl-C; the process ends then. */
  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LocalDesk desk(Optional<String> folder, Path state, DetachedEngine engine) {
    // Standard input is the client's: a plan is never read from it.
    LocalPlanning planning =
        new LocalPlanning(
            InputStream.nullInputStream(),
            machine.clock(),
            machine.configFile(),
            new LocalTrackers(machine, machine.configFile()));
    return new LocalDesk(
        planning,
        engines,
        new LocalRecords(machine.environment(), machine.home(), machine.clock()),
        engine,
        new LocalDesk.Place(
            PlanFolder.here(),
            state,
            folder.map(name -> "--state " + ShellWord.of(name)).orElse("")));
  }

  static String version() {
    return Optional.ofNullable(LocalTools.class.getPackage().getImplementationVersion())
        .orElse("built from sources");
  }
}
