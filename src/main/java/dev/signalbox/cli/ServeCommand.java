package dev.signalbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox serve}: receives webhooks. */
@Command(
    name = "serve",
    description = {
      "Receives what other systems send, and keeps it until an engine works with it.",
      "While no engine runs it shows what was recorded: signalbox dashboard prints where.",
      "One line per delivery: sender, event, verdict. Ends with Ctrl-C or SIGTERM."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Receiving receiving;
  private final Terminal terminal;

  @Mixin private FolderOption folder = new FolderOption();

  ServeCommand(Receiving receiving, Terminal terminal) {
    this.receiving = receiving;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    receiving.serve(
        folder.folder(),
        line -> {
          synchronized (terminal) {
            terminal.out().println(line);
            terminal.out().flush();
          }
        });
    return ExitCode.DONE;
  }
}
