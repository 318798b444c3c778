package dev.signalbox.cli;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the person at the terminal about a gate while a run is dispatched there. */
final class GatePrompt {
  private static final String BELL = "\u0007";
  private static final int LINE_BYTES_MAX = 1_024;

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
    terminal.out().print("Start? [y/N] ");
    terminal.out().flush();
    return line(terminal.in())
        .map(line ->
            Set.of("y", "yes").contains(line.strip().toLowerCase(Locale.ROOT))
                ? new GateDecision.Approved()
                : new GateDecision.Rejected("not started"));
  }

  private static Optional<String> line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return Optional.empty();
        }
        if (line.size() < LINE_BYTES_MAX) {
          line.write(b);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
