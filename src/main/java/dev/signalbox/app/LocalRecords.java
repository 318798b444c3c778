package dev.signalbox.app;

import dev.signalbox.control.LocalControl;
import dev.signalbox.control.Records;
import dev.signalbox.engine.RunState;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.plan.AgentId;
import dev.signalbox.report.Report;
import dev.signalbox.report.Reports;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.local.AttemptLog;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.runtime.LastSeen;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.Spoken;
import dev.signalbox.view.FeedbackRow;
import dev.signalbox.view.ReviewView;
import dev.signalbox.view.ReviewViews;
import dev.signalbox.view.RunLine;
import dev.signalbox.view.RunView;
import dev.signalbox.workspace.git.KeptRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The state folders of this person, read only. */
final class LocalRecords implements Records {
  private final LocalEngines folders;
  private final LocalMachine machine;

  LocalRecords(Map<String, String> environment, Path home, Clock clock) {
    this.folders = new LocalEngines(environment, home);
    this.machine = new LocalMachine(environment, home, clock);
  }

  @Override
  public Log log(Which which) {
    Path state = folders.stateFolder(which.folder());
    RunId run = which.run().or(() -> latest(state)).orElseThrow(() -> missing("a run", state));
    SessionKey session = new SessionKey(run, which.session());
    OptionalInt last = AttemptLog.last(state, session);
    if (last.isEmpty()) {
      throw missing("an agent process of " + session, state);
    }
    AttemptKey attempt = new AttemptKey(session, which.attempt().orElse(last.getAsInt()));
    AttemptLog log =
        AttemptLog.of(state, dialects(state), machine.secrets().redactor(), attempt)
            .orElseThrow(() -> missing(attempt + " (the last is " + last.getAsInt() + ")", state));
    return new Log() {
      @Override
      public List<Spoken> more() {
        return log.more();
      }

      @Override
      public Optional<AgentExit> exit() {
        return log.exit();
      }

      @Override
      public boolean isScreen() {
        return log.isScreen();
      }
    };
  }

  @Override
  public int lastAttempt(Which which) {
    Path state = folders.stateFolder(which.folder());
    return which
        .run()
        .or(() -> latest(state))
        .map(run -> AttemptLog.last(state, new SessionKey(run, which.session())).orElse(0))
        .orElse(0);
  }

  private static SignalboxException missing(String what, Path state) {
    return new SignalboxException(
        ErrorCode.RECORD_MISSING,
        "expected " + what + " in " + state + ", found none",
        List.of(
            "run signalbox sessions: it lists the sessions and their states",
            UnknownRun.OTHER_FOLDER));
  }

  private static Optional<RunId> latest(Path state) {
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      return Optional.empty();
    }
    try (JournalView journal = view.get()) {
      return new RunHistory(journal).latest();
    }
  }

  @Override
  public Report report(Optional<String> folder, Optional<RunId> run) {
    Path state = folders.stateFolder(folder);
    return past(state, run)
        .map(past -> Reports.of(past.facts(), view(state, past)))
        .orElseThrow(() -> UnknownRun.in(state, run));
  }

  @Override
  public Optional<RunView> lastKnown(Optional<String> folder) {
    Path state = folders.stateFolder(folder);
    return past(state, Optional.empty()).map(past -> view(state, past));
  }

  /** What the journal tells of a run; empty: of the open one, else the last. */
  private static Optional<EngineLoop.Past> past(Path state, Optional<RunId> run) {
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      return Optional.empty();
    }
    try (JournalView journal = view.get()) {
      RunHistory history = new RunHistory(journal);
      return run.or(history::latest).map(history::of).filter(past -> !past.facts().isEmpty());
    }
  }

  private RunView view(Path state, EngineLoop.Past past) {
    return LocalControl.view(
        LastSeen.of(past, runner(state), machine.clock().instant(), RequestLedger.in(state)::of));
  }

  @Override
  public List<ReviewView> reviews(Optional<String> folder, Optional<RunId> named) {
    Path state = folders.stateFolder(folder);
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      return List.of();
    }
    try (JournalView journal = view.get()) {
      RunHistory history = new RunHistory(journal);
      named
          .filter(run -> !journal.runs().contains(run))
          .ifPresent(_ -> {
            throw UnknownRun.in(state, named);
          });
      return named
          .or(history::latest)
          .map(history::state)
          .map(run -> ReviewViews.of(run, kept(run)))
          .orElse(List.of());
    }
  }

  /** What the run's repository keeps beside its branches; nothing where it cannot be read. */
  private List<SessionKey> kept(RunState run) {
    try {
      return run.spec()
          .map(spec -> Path.of(spec.target().repository()))
          .map(repository -> KeptRecords.in(repository, machine.environment()).sessions())
          .orElse(List.of());
    } catch (SignalboxException _) {
      return List.of();
    }
  }

  @Override
  public List<FeedbackRow> feedback(Optional<String> folder, int most) {
    return FeedbackRows.of(folders.stateFolder(folder), new LocalSenders(machine), most);
  }

  @Override
  public List<RunLine> runs(Optional<String> folder, int most) {
    Optional<JournalView> view =
        SqliteJournal.view(StateFolder.at(folders.stateFolder(folder)).journal());
    if (view.isEmpty()) {
      return List.of();
    }
    try (JournalView journal = view.get()) {
      return new RunHistory(journal).lines(most);
    }
  }

  /** To read outputs with; nothing is started. */
  private LocalAgentRunner runner(Path state) {
    return new LocalAgentRunner(
        new LocalSetup(
            state,
            List.of(),
            dialects(state),
            machine.sandbox(),
            machine.environment(),
            List.of(),
            machine.secrets()));
  }

  private Map<AgentId, Dialect> dialects(Path state) {
    // What an agent wrote is read the same whatever repository its scripts lie in.
    return machine.dialects(state, state);
  }
}
