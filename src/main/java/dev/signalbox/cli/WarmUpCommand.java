package dev.signalbox.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code signalbox warm-up}: runs the planning commands for nobody, so that the launcher can train
 * the start-up cache on what people do (docs/adr/0007-start-up.md).
 */
@Command(name = "warm-up", hidden = true, description = "Trains the start-up cache.")
final class WarmUpCommand implements Callable<Integer> {
  private final Cli.World world;

  @Parameters(paramLabel = "PLAN", arity = "1..*", description = "Plans to warm up on.")
  private List<String> plans = List.of();

  WarmUpCommand(Cli.World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    Terminal nobody =
        new Terminal(
            java.io.InputStream.nullInputStream(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Terminal.COLUMNS_DEFAULT);
    Cli cli = new Cli(world, nobody);
    for (String plan : plans) {
      cli.run("check", plan);
      cli.run("check", "--json", plan);
      cli.run("check", "--markdown", plan);
      cli.run("explain", plan, "1A", "1B");
      cli.run("prompt", plan, "1A");
    }
    return ExitCode.DONE;
  }
}
