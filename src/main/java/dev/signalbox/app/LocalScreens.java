package dev.signalbox.app;

import dev.signalbox.agent.AgentProgram;
import dev.signalbox.cli.Screens;
import dev.signalbox.control.Records;
import dev.signalbox.engine.Attempt;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.local.AgentScreen;
import dev.signalbox.runner.local.AttemptLog;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionKey;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Screens of the agents whose sessions the state folders of this person hold. */
final class LocalScreens implements Screens {
  private final LocalMachine machine;
  private final LocalEngines folders;

  LocalScreens(LocalMachine machine, LocalEngines folders) {
    this.machine = machine;
    this.folders = folders;
  }

  @Override
  public Screen prepare(Records.Which which) {
    if (!isAtTerminal()) {
      throw impossible(
          "expected a terminal, found a file or a pipe", "type it in a terminal of your own");
    }
    Path state = folders.stateFolder(which.folder());
    Session session = session(state, which);
    SessionKey key = key(which);
    List<String> command = command(session);
    AgentScreen screen =
        AgentScreen.of(setup(state), lastAgent(state, key), conversation(session), command);
    return new OpenScreen(() -> screen.open(number(state, which)));
  }

  private static boolean isAtTerminal() {
    // Nothing at all where both sides are files; errors may go to a file.
    Optional<Console> console = Optional.ofNullable(System.console());
    return console.map(Console::isTerminal).orElse(false);
  }

  @Override
  public boolean isOpen(Records.Which which) {
    Path state = folders.stateFolder(which.folder());
    Session session = session(state, which);
    return session.state() instanceof SessionState.TakenOver taken
        && new LocalAgentRunner(setup(state))
                .look(new AttemptKey(key(which), taken.attempt().number()))
            instanceof Liveness.Running;
  }

  private static SessionKey key(Records.Which which) {
    return new SessionKey(which.run().orElseThrow(), which.session());
  }

  private LocalSetup setup(Path state) {
    return machine.setup(
        state, machine.dialects(state, state), machine.sandbox(), machine.secrets());
  }

  /** The session as the journal tells of it now. */
  private static Session session(Path state, Records.Which which) {
    RunId run = which.run().orElseThrow();
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      throw missing(which, state);
    }
    try (JournalView journal = view.get()) {
      return new RunHistory(journal)
          .state(run)
          .find(which.session())
          .orElseThrow(() -> missing(which, state));
    }
  }

  private static SignalboxException missing(Records.Which which, Path state) {
    return new SignalboxException(
        ErrorCode.RECORD_MISSING,
        "expected " + which.session() + " in " + state + ", found none",
        List.of("run signalbox sessions: it lists the sessions and their states"));
  }

  /** The process that the engine keeps free for the screen. */
  private static int number(Path state, Records.Which which) {
    if (session(state, which).state() instanceof SessionState.TakenOver taken) {
      Attempt screen = taken.attempt();
      return screen.number();
    }
    throw impossible(
        "expected " + which.session() + " to be taken over, found it given back",
        "look at it with signalbox status");
  }

  private static AttemptKey lastAgent(Path state, SessionKey key) {
    OptionalInt last = AttemptLog.last(state, key);
    if (last.isEmpty()) {
      throw impossible(
          "expected " + key.session() + " to have had an agent, found none",
          "wait until it has confirmed its start: signalbox status");
    }
    return new AttemptKey(key, last.getAsInt());
  }

  private static String conversation(Session session) {
    String id =
        session
            .known()
            .conversation()
            .orElseThrow(() ->
                impossible(
                    "expected a conversation of " + session.id() + ", found none",
                    "wait until it has confirmed its start: signalbox status"));
    if (!AgentScreen.isSound(id)) {
      throw impossible(
          "expected a conversation's id of letters, digits, _, -, . and :, found another",
          "the agent chose it, so it is in no command; signalbox tell speaks with the agent");
    }
    return id;
  }

  private List<String> command(Session session) {
    AgentId agent = session.spec().handling().agent();
    List<String> words =
        machine.catalogue().agents().stream()
            .filter(profile -> profile.id().equals(agent))
            .findFirst()
            .flatMap(profile -> profile.program())
            .flatMap(AgentProgram::screen)
            .orElseThrow(() ->
                impossible(
                    "expected a screen of the agent " + agent + ", found none in the catalogue",
                    "add screen: to the agent in your configuration, or use signalbox tell"));
    String id = conversation(session);
    return words.stream().map(word -> word.replace(AgentProgram.SESSION, id)).toList();
  }

  private static SignalboxException impossible(String message, String hint) {
    return new SignalboxException(
        ErrorCode.TAKEOVER_IMPOSSIBLE, "takeover: " + message, List.of(hint));
  }
}
