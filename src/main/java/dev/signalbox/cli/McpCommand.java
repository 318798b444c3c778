package dev.signalbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox mcp}: the tools for a person's own agent. */
@Command(
    name = "mcp",
    description = {
      "Serves check_plan, explain, dispatch, status, inbox and decide to a program that speaks the",
      "Model Context Protocol, over standard input and output. Such a program starts it by itself:",
      "claude mcp add signalbox -- signalbox mcp"
    },
    mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {
  private final ToolServing serving;

  @Mixin private FolderOption folder = new FolderOption();

  McpCommand(ToolServing serving) {
    this.serving = serving;
  }

  @Override
  public Integer call() {
    serving.serve(folder.folder());
    return ExitCode.DONE;
  }
}
