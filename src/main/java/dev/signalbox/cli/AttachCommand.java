package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.LogText;
import dev.signalbox.view.SessionView;
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

/** {@code signalbox attach}: follows a session from its first process to its end, read only. */
@Command(
    name = "attach",
    description = {
      "Follows one session, read only, until it ends.",
      "",
      "All its processes one after the other, with how it stands and what it costs",
      "below. The signs are those of log. Ctrl-C stops looking, and nothing else."
    },
    footer = {"", "Examples:", "  signalbox attach S-A", "", "See also: log, watch, takeover"},
    mixinStandardHelpOptions = true)
final class AttachCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Parameters(paramLabel = "SESSION", description = "A session, such as S-A.")
  private String session = "";

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Which run; else the open one, or the last.")
  private @Nullable String run;

  @Mixin private FolderOption folder = new FolderOption();

  AttachCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  /** The session as an engine or the journal tells; empty for one of an earlier run. */
  private record Look(Optional<SessionView> session, boolean isEngineRunning) {
    boolean isGoing() {
      return isEngineRunning && session.map(view -> !view.standing().isOver()).orElse(false);
    }
  }

  @Override
  public Integer call() {
    SessionId id = Arguments.session(session);
    Optional<RunId> wanted = Optional.ofNullable(run).map(Arguments::run);
    Records.Which which = new Records.Which(folder.folder(), wanted, id, OptionalInt.empty());
    AttachView view = new AttachView(terminal);
    Look look = look(which);
    if (look.session().isEmpty() && records.lastAttempt(which) == 0) {
      throw new SignalboxException(
          ErrorCode.RECORD_MISSING,
          "attach: expected a session " + id + " of the run, found none",
          List.of("run signalbox sessions: it lists the sessions and their states"));
    }
    look.session().ifPresent(view::head);
    int attempt = 0;
    while (attempt < records.lastAttempt(which) || look.isGoing()) {
      if (attempt < records.lastAttempt(which)) {
        attempt++;
        follow(which, attempt, view);
      } else {
        pause(view, which);
      }
      if (terminal.out().checkError()) {
        return ExitCode.FAILED;
      }
      look = look(which);
    }
    look.session().ifPresent(view::standing);
    view.leave();
    boolean isOver = look.session().map(last -> last.standing().isOver()).orElse(true);
    if (!isOver) {
      terminal.out().println("No engine is running; the session is not over.");
    }
    return ExitCode.DONE;
  }

  private Look look(Records.Which which) {
    Known known = Known.find(engines, records, which.folder());
    boolean isOther =
        which.run().map(wanted -> !wanted.value().equals(known.run().head().run())).orElse(false);
    Optional<SessionView> session =
        known.run().sessions().stream()
            .filter(each -> !isOther && each.id().equals(which.session()))
            .findFirst();
    return new Look(session, known.isEngineRunning() && !isOther);
  }

  /** Shows a process until it ends; one that has another after it has ended. */
  private void follow(Records.Which which, int attempt, AttachView view) {
    Records.Log log =
        records.log(
            new Records.Which(
                which.folder(), which.run(), which.session(), OptionalInt.of(attempt)));
    view.process(attempt, log.isScreen());
    boolean isOver = log.exit().isPresent() || attempt < records.lastAttempt(which);
    print(log, view);
    while (!isOver && !terminal.out().checkError()) {
      pause(view, which);
      // Looked at before reading: what was written before the end is printed before the end.
      isOver = log.exit().isPresent() || attempt < records.lastAttempt(which);
      print(log, view);
    }
    log.exit().ifPresent(exit -> view.said(LogText.lines(exit)));
  }

  private void pause(AttachView view, Records.Which which) {
    LockSupport.parkNanos(Limits.FOLLOW_PAUSE.toNanos());
    if (view.isStale()) {
      look(which).session().ifPresent(view::standing);
    }
  }

  private static void print(Records.Log log, AttachView view) {
    var more = log.more();
    while (!more.isEmpty()) {
      more.forEach(spoken -> view.said(LogText.lines(spoken)));
      more = log.more();
    }
  }
}
