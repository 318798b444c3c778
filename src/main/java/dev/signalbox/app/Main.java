package dev.signalbox.app;

import dev.signalbox.cli.Cli;
import dev.signalbox.cli.Device;
import dev.signalbox.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Starts Signalbox. */
public final class Main {
  private static final int BUFFER_BYTES = 1 << 16;

  private Main() {}

  /** Runs one command and ends the process with its exit code (design section 10). */
  public static void main(String[] args) {
    Device device = new LocalDevice(System.getenv(), new Device.Size(columns(), rows()));
    Terminal terminal =
        new Terminal(
            System.in,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            columns(),
            rows(),
            device);
    Clock clock = Clock.system(ZoneId.systemDefault());
    LocalMachine machine = new LocalMachine(System.getenv(), home(), clock);
    Cli.World world = world(machine, terminal, installation(), Path.of("").toAbsolutePath());
    System.exit(new Cli(world, terminal).run(args));
  }

  /**
   * Everything that the commands reach, of this machine.
   *
   * @param installation where Signalbox lies
   * @param folder in which the person is
   */
  static Cli.World world(LocalMachine machine, Terminal terminal, Path installation, Path folder) {
    Map<String, String> environment = machine.environment();
    LocalEngines engines = new LocalEngines(environment, machine.home());
    LocalTrackers trackers = new LocalTrackers(machine, machine.configFile());
    LocalPlanning planning =
        new LocalPlanning(terminal.in(), machine.clock(), machine.configFile(), trackers);
    return new Cli.World(
        planning,
        new LocalDispatching(environment, machine.home(), machine.clock(), LocalEngines.name()),
        engines,
        new LocalRecords(environment, machine.home(), machine.clock()),
        new LocalScreens(machine, engines),
        new LocalCleaning(environment, machine.home(), machine.clock()),
        new Cli.Extras(
            new LocalDemonstration(environment, installation),
            new LocalDoctor(machine, folder),
            new LocalPublishing(planning, trackers),
            new LocalReceiving(machine, engines),
            new LocalTools(machine, engines)));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES),
        false,
        StandardCharsets.UTF_8);
  }

  /** The launcher knows the terminal's width; a pipe has none. */
  private static int columns() {
    return Integer.getInteger("signalbox.columns", Terminal.COLUMNS_DEFAULT);
  }

  /** 0 where nothing can be painted: no terminal, or one that cannot move its cursor. */
  private static int rows() {
    return "dumb".equals(System.getenv("TERM")) ? 0 : Integer.getInteger("signalbox.rows", 0);
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", ""));
  }

  /** The launcher says where Signalbox lies. */
  private static Path installation() {
    return Path.of(System.getProperty("signalbox.home", ".")).toAbsolutePath().normalize();
  }
}
