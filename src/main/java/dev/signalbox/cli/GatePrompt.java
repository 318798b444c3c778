package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
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
   * What came of asking.
   *
   * @param gate the table that was shown last
   * @param decision empty when it was decided elsewhere, or the input ended without an answer;
   *     anything but a yes is a no
   */
  record Asked(GateView gate, Optional<GateDecision> decision) {}

  /**
   * Shows the whole table and asks for it, until it is decided here or elsewhere. A line that was
   * begun before the table was revised elsewhere is none about the new one: it is asked again.
   */
  Asked ask(GateView table, Control control) {
    GateView gate = table;
    while (true) {
      Optional<GateDecision> decision = askOnce(gate, control);
      Optional<GateView> next = decision.isPresent() ? Optional.empty() : table(control);
      if (next.isEmpty() || next.get().gate().number() == gate.gate().number()) {
        return new Asked(gate, decision);
      }
      gate = next.get();
    }
  }

  private static Optional<GateView> table(Control control) {
    return control.look().inbox().stream()
        .filter(open -> open.gate().kind() == GateKind.TABLE)
        .findFirst();
  }

  private Optional<GateDecision> askOnce(GateView gate, Control control) {
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
    if (table(control).isEmpty()) {
      terminal.print(List.of("", "It was decided elsewhere."));
      return Optional.empty();
    }
    terminal.print(List.of("", "It was revised elsewhere. Enter shows the table as it is now."));
    return awaitLine(typed, control);
  }

  /** Whatever the line says, it is no decision. */
  private Optional<GateDecision> awaitLine(
      CompletableFuture<Optional<Boolean>> typed, Control control) {
    while (table(control).isPresent()) {
      try {
        typed.get(LOOK_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return Optional.empty();
      } catch (TimeoutException e) {
        // Nobody has read that yet; it may be decided elsewhere meanwhile.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(GateView gate, Control control) {
    return control.look().inbox().stream()
        .anyMatch(open -> open.gate().number() == gate.gate().number());
  }
}
