package dev.signalbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox mcp}: the tools for a person's own agent. */
@Command(
    name = "mcp",
    description = {
      "Serves tools to your own agent (MCP).",
      "",
      "check_plan, explain, dispatch, status, inbox and decide, for a program that",
      "speaks the Model Context Protocol over standard input and output. Such a",
      "program starts it by itself; typed in a terminal, it waits for one."
    },
    footer = {
      "",
      "Examples:",
      "  claude mcp add signalbox -- signalbox mcp  tells Claude Code about it",
      "",
      "See also: check, dispatch, inbox"
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
