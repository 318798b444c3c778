package dev.signalbox.cli;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.AnswerJson;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.Records;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox takeover}: a person goes on with a session in the agent's own screen. */
@Command(
    name = "takeover",
    description = {
      "Lets you go on with a session in the agent's own screen.",
      "",
      "Its agent ends first. When you leave the screen, you are asked for a word, and",
      "the session goes back to its agent, in the same conversation."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox takeover S-A",
      "  signalbox takeover S-A --message 'Go on with the tests'",
      "  signalbox takeover S-A --give-back  after a terminal was closed",
      "",
      "See also: attach, tell"
    },
    mixinStandardHelpOptions = true)
final class TakeoverCommand implements Callable<Integer> {
  // The words of these states, as the engine tells them.
  private static final String HANDING_OVER = "HandingOver";
  private static final String TAKEN_OVER = "TakenOver";

  private final Engines engines;
  private final Screens screens;
  private final Terminal terminal;

  @Parameters(paramLabel = "SESSION", description = "A session, such as S-A.")
  private String session = "";

  @Option(
      names = "--give-back",
      description = "Only give the session back, where a takeover was cut off.")
  private boolean isGivingBack;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "What the agent hears when it goes on; may be empty. Else you are asked.")
  private @Nullable String message;

  @Option(names = "--run", paramLabel = "RUN", description = "Refuse if another run is open.")
  private @Nullable String run;

  @Mixin private FolderOption folder = new FolderOption();

  TakeoverCommand(Engines engines, Screens screens, Terminal terminal) {
    this.engines = engines;
    this.screens = screens;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SessionId id = Arguments.session(session);
    String who = engines.person();
    Control control = engines.connect(folder.folder());
    Records.Which which = which(control.look(), id);
    if (isGivingBack) {
      if (screens.isOpen(which)) {
        throw new SignalboxException(
            ErrorCode.TAKEOVER_IMPOSSIBLE,
            "takeover: expected the screen of " + id + " to be closed, found it open",
            List.of("leave it in its terminal; to approve its gate in the inbox closes it"));
      }
      return giveBack(control, id, Optional.ofNullable(message).orElse(""), who);
    }
    try (Screens.Screen screen = screens.prepare(which)) {
      return takeOver(control, screen, id, who);
    } finally {
      // Ctrl-C may have begun to end this process, which waits for the screen alone.
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private Records.Which which(RunView view, SessionId id) {
    String open = view.head().run();
    Optional.ofNullable(run)
        .map(Arguments::run)
        .filter(wanted -> !wanted.value().equals(open))
        .ifPresent(wanted -> {
          throw new SignalboxException(
              ErrorCode.RECORD_MISSING,
              "takeover: expected the engine to carry out " + wanted + ", found " + open,
              List.of("only sessions of a run that goes on can be taken over"));
        });
    return new Records.Which(
        folder.folder(), Optional.of(Arguments.run(open)), id, OptionalInt.empty());
  }

  private int takeOver(Control control, Screens.Screen screen, SessionId id, String who) {
    Answer asked = control.takeOver(id, who);
    if (!(asked instanceof Answer.Taken)) {
      return Heard.print(terminal, false, "taken over", List.of(answer(id, asked)));
    }
    say(id + ": its agent ends; its screen follows.");
    SessionView now = handedOver(control, id);
    if (!now.standing().word().equals(TAKEN_OVER)) {
      terminal.err().println(id + ": expected to get it, found " + now.standing().text());
      return ExitCode.FAILED;
    }
    OptionalInt exit = screen.open();
    if (exit.isEmpty()) {
      say(id + ": it was given back before the screen opened.");
      return ExitCode.FAILED;
    }
    return afterwards(control, id, who);
  }

  private static SessionView handedOver(Control control, SessionId id) {
    RunView view = control.look();
    SessionView now = of(view, id);
    while (now.standing().word().equals(HANDING_OVER)) {
      view = control.await(view.version(), Limits.NEWS_WAIT_MAX);
      now = of(view, id);
    }
    return now;
  }

  private static SessionView of(RunView view, SessionId id) {
    return view.sessions().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected " + id + " in its own run"));
  }

  /** The screen is closed. Without an answer the session stays the person's. */
  private int afterwards(Control control, SessionId id, String who) {
    say("");
    Optional<String> words =
        Optional.ofNullable(message)
            .or(() ->
                new Answering(terminal)
                    .words(
                        id
                            + " goes back to its agent. A word to it"
                            + " (Enter: none, Ctrl-D: keep the session): "));
    if (words.isEmpty()) {
      say("");
      say(id + " stays yours: " + giveBackCommand(id) + " gives it back.");
      return ExitCode.WAITING;
    }
    try {
      return giveBack(control, id, words.get(), who);
    } catch (SignalboxException e) {
      if (e.code() == ErrorCode.ENGINE_MISSING) {
        say(id + " stays yours until an engine runs again; then: " + giveBackCommand(id));
      }
      throw e;
    }
  }

  private String giveBackCommand(SessionId id) {
    return ("signalbox takeover " + id + " --give-back " + folder.inCommands()).stripTrailing();
  }

  private int giveBack(Control control, SessionId id, String words, String who) {
    RunView view = control.look();
    Optional<Gate> gate =
        view.inbox().stream()
            .map(GateView::gate)
            .filter(each -> each.kind() == GateKind.TAKEOVER && each.sessions().contains(id))
            .findFirst();
    Answer answer =
        gate.<Answer>map(open ->
                control.decide(
                    new GateRef(open.number(), open.hash()),
                    words.isBlank()
                        ? new GateDecision.Approved()
                        : new GateDecision.Answered(List.of(words.strip())),
                    who))
            .orElseGet(() -> new Answer.Refused("nobody has taken it over"));
    int exit = Heard.print(terminal, false, "given back", List.of(answer(id, answer)));
    if (exit == ExitCode.DONE) {
      say(("signalbox attach " + id + " " + folder.inCommands()).stripTrailing() + " follows it.");
    }
    return exit;
  }

  private static AnswerJson.AnswerTo answer(SessionId id, Answer answer) {
    return new AnswerJson.AnswerTo(id.value(), answer);
  }

  private void say(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }
}
