package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code signalbox complete-ids}: what a shell offers where an id is typed, one in a line. Where
 * nothing is known it says nothing: a person is in the middle of a line.
 */
@Command(name = "complete-ids", hidden = true, description = "Lists ids for a shell.")
final class CompleteIdsCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Parameters(paramLabel = "KIND", description = "session or gate.")
  private Kind kind = Kind.session;

  @Mixin private FolderOption folder = new FolderOption();

  /** Which ids; the names are what a shell types. */
  enum Kind {
    session,
    gate
  }

  CompleteIdsCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      terminal.print(ids(Known.find(engines, records, folder.folder()).run()));
    } catch (SignalboxException _) {
      return ExitCode.FAILED;
    }
    return ExitCode.DONE;
  }

  private List<String> ids(RunView run) {
    return switch (kind) {
      case session -> run.sessions().stream().map(each -> each.id().value()).toList();
      case gate -> run.inbox().stream().map(each -> each.gate().id().toString()).toList();
    };
  }
}
