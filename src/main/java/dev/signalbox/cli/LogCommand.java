package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.Spoken;
import dev.signalbox.view.LogText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox log}: what a session's agent wrote. */
@Command(
    name = "log",
    description = {
      "Shows what a session's agent wrote.",
      "",
      "Words as they are, > a tool, ? a question, = the end of a turn or of the",
      "process. Also without a running engine."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox log S-A                               its last process",
      "  signalbox log S-A --follow",
      "  signalbox log S-A --attempt 1 --run checkout-1  an earlier one",
      "",
      "See also: attach, sessions, tell"
    },
    mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
  private final Records records;
  private final Terminal terminal;

  @Parameters(paramLabel = "SESSION", description = "A session, such as S-A.")
  private String session = "";

  @Option(names = "--follow", description = "Go on until the agent's process ends.")
  private boolean follow;

  @Option(
      names = "--attempt",
      paramLabel = "N",
      description = "Which of its processes, from 1; else the last.")
  private int attempt;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Which run; else the open one, or the last.")
  private @Nullable String run;

  @Mixin private FolderOption folder = new FolderOption();

  LogCommand(Records records, Terminal terminal) {
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Records.Log log =
        records.log(
            new Records.Which(
                folder.folder(),
                Optional.ofNullable(run).map(Arguments::run),
                Arguments.session(session),
                chosen()));
    Optional<AgentExit> exit = log.exit();
    print(log);
    while (follow && exit.isEmpty() && !terminal.out().checkError()) {
      LockSupport.parkNanos(Limits.FOLLOW_PAUSE.toNanos());
      // Looked at before reading: what was written before the end is printed before the end.
      exit = log.exit();
      print(log);
    }
    exit.ifPresent(end -> terminal.print(LogText.lines(end)));
    return ExitCode.DONE;
  }

  private OptionalInt chosen() {
    if (attempt < 0) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected an attempt from 1, found " + attempt,
          List.of("leave --attempt out for the last one"));
    }
    return attempt == 0 ? OptionalInt.empty() : OptionalInt.of(attempt);
  }

  private void print(Records.Log log) {
    List<Spoken> more = log.more();
    while (!more.isEmpty()) {
      more.forEach(spoken -> terminal.print(LogText.lines(spoken)));
      more = log.more();
    }
    terminal.out().flush();
  }
}
