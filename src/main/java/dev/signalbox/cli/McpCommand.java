package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox mcp}: the tools for a person's own agent. */
@Command(
    name = "mcp",
    description = {
      "Serves tools to your own agent (MCP).",
      "",
      "check_plan, explain, dispatch, status, inbox and decide, for a program that",
      "speaks the Model Context Protocol over standard input and output. Such a",
      "program starts it by itself; typed in a terminal, it waits for one. With --http",
      "it listens on this machine instead, for programs that are shown a token, until",
      "Ctrl-C; there decide only says what you type."
    },
    footer = {
      "",
      "Examples:",
      "  claude mcp add signalbox -- signalbox mcp  tells Claude Code about it",
      "  signalbox mcp --http 4182                  over HTTP; prints how to use it",
      "",
      "See also: check, dispatch, inbox"
    },
    mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  private final ToolServing serving;
  private final Terminal terminal;

  @Option(
      names = "--http",
      paramLabel = "PORT",
      description = "Over HTTP at this port of 127.0.0.1; 0 for any.")
  private Optional<Integer> http = Optional.empty();

  @Mixin private FolderOption folder = new FolderOption();

  McpCommand(ToolServing serving, Terminal terminal) {
    this.serving = serving;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (http.isEmpty()) {
      serving.serve(folder.folder());
    } else {
      serving.serveHttp(folder.folder(), port(http.get()), this::say);
    }
    return ExitCode.DONE;
  }

  private static int port(int number) {
    if (number < 0 || number > PORT_MAX) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "--http: expected a port from 0 to %d, found %d".formatted(PORT_MAX, number),
          List.of("run signalbox mcp --help"));
    }
    return number;
  }

  private void say(String line) {
    terminal.print(List.of(line));
    terminal.out().flush();
  }
}
