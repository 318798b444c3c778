package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.Control;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells the person at the terminal about a gate while a run is dispatched there. */
final class GatePrompt {
  private static final String BELL = "\u0007";
  private static final long LOOK_PAUSE_MILLIS = 100;

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
   * Shows the whole table and asks for it, until it is decided here or elsewhere.
   *
   * @return empty when it was decided elsewhere, or the input ended without an answer; anything but
   *     a yes is a no
   */
  Optional<GateDecision> ask(GateView gate, Control control) {
    terminal.print(InboxText.whole(gate, control.look().at(), options));
    CompletableFuture<Optional<Boolean>> typed =
        CompletableFuture.supplyAsync(
            () -> new Answering(terminal).yes("Start? [y/N] "),
            // It may wait for a line that never comes; nobody waits for it then.
            task -> Thread.ofPlatform().daemon().name("prompt").start(task));
    while (isOpen(gate, control)) {
      try {
        return typed
            .get(LOOK_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
            .map(isYes ->
                isYes ? new GateDecision.Approved() : new GateDecision.Rejected("not started"));
      } catch (TimeoutException e) {
        // Nobody has typed yet: whether it is still asked is looked at again.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    terminal.print(List.of("", "It was decided elsewhere."));
    return Optional.empty();
  }

  private static boolean isOpen(GateView gate, Control control) {
    return control.look().inbox().stream()
        .anyMatch(open -> open.gate().number() == gate.gate().number());
  }
}
