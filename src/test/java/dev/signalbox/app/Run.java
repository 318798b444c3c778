package dev.signalbox.app;

import dev.signalbox.cli.Cli;
import dev.signalbox.cli.Health;
import dev.signalbox.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One run of the whole command in this process, with everything real but the clock. */
record Run(int exit, String out, String err) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-15T12:00:00Z"), ZoneOffset.UTC);

  private static final LocalEngines ENGINES =
      new LocalEngines(java.util.Map.of(), Path.of("no-such-folder"));

  static Run of(String... arguments) {
    return with("", arguments);
  }

  static Run with(String input, String... arguments) {
    return with(
        new LocalDoctor(
            new LocalMachine(System.getenv(), Path.of("no-such-folder"), CLOCK), Path.of("/")),
        input,
        arguments);
  }

  /** As {@link Main} runs it, on a machine with that home and in that folder. */
  static Run at(LocalMachine machine, Path folder, String... arguments) {
    return at(machine, folder, Terminal.COLUMNS_DEFAULT, arguments);
  }

  /** The same in a terminal of another width. */
  static Run at(LocalMachine machine, Path folder, int columns, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            columns);
    int exit =
        new Cli(Main.world(machine, terminal, Path.of("no-such-folder"), folder), terminal)
            .run(arguments);
    return new Run(exit, out.toString(), err.toString());
  }

  private static Terminal terminal(String input, StringWriter out, StringWriter err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err),
        Terminal.COLUMNS_DEFAULT);
  }

  static Run with(Health health, String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = terminal(input, out, err);
    LocalPlanning planning =
        new LocalPlanning(terminal.in(), CLOCK, Path.of("no-such-folder", "config.yaml"));
    int exit =
        new Cli(
                new Cli.World(
                    planning,
                    new LocalDispatching(System.getenv(), Path.of("no-such-folder"), CLOCK, "ann"),
                    ENGINES,
                    new LocalRecords(java.util.Map.of(), Path.of("no-such-folder"), CLOCK),
                    new LocalScreens(
                        new LocalMachine(System.getenv(), Path.of("no-such-folder"), CLOCK),
                        ENGINES),
                    new LocalCleaning(System.getenv(), Path.of("no-such-folder"), CLOCK),
                    new Cli.Extras(
                        new LocalDemonstration(System.getenv(), Path.of("no-such-folder")),
                        health)),
                terminal)
            .run(arguments);
    return new Run(exit, out.toString(), err.toString());
  }

  /** Both outputs, with a folder of this machine replaced by {@code REPO}. */
  String shown(Path folder) {
    return ("exit " + exit + "\n--- out\n" + out + "--- err\n" + err)
        .replace(folder.toString(), "REPO");
  }
}
