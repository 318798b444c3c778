package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import java.time.Instant;
import java.util.Optional;

/** Tells the person at the terminal about a gate while a run is dispatched there. */
final class GatePrompt {
  private static final String BELL = "\u0007";

  private final Terminal terminal;
  private final String options;

  /**
   * A prompt.
   *
   * @param options added to each command that is shown, such as {@code --state FOLDER}
   */
  GatePrompt(Terminal terminal, String options) {
    this.terminal = terminal;
    this.options = options;
  }

  /** Rings, and says above the status what waits and what to type in another terminal. */
  void announce(GateView gate, Instant at, LiveView view) {
    terminal.out().print(BELL);
    view.say(InboxText.entry(gate, at, options));
  }

  /**
   * Shows the whole table and asks for it.
   *
   * @return empty when the input ended without an answer; anything but a yes is a no
   */
  Optional<GateDecision> ask(GateView gate, Instant at) {
    terminal.print(InboxText.whole(gate, at, options));
    return new Answering(terminal)
        .yes("Start? [y/N] ")
        .map(isYes ->
            isYes ? new GateDecision.Approved() : new GateDecision.Rejected("not started"));
  }
}
