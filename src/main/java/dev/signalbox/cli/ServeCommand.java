package dev.signalbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox serve}: receives webhooks. */
@Command(
    name = "serve",
    description = {
      "Receives webhooks of other systems.",
      "",
      "Keeps what they send until an engine works with it. Prints one line per",
      "delivery: sender, event, verdict. Ends with Ctrl-C or SIGTERM. Who may send is",
      "set in the configuration. While no engine runs it shows what was recorded:",
      "signalbox dashboard prints where."
    },
    footer = {"", "Examples:", "  signalbox serve", "", "See also: feedback, doctor"},
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
