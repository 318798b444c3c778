package dev.signalbox.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How this process's terminal is set: a screen that is killed leaves it without echo and lines.
 *
 * @param saved as {@code stty -g} writes it; empty where that program is not there
 */
record TerminalMode(Optional<String> saved) {
  /** Cursor, colours and pasting as they are usually. */
  private static final String USUAL = "\u001b[?25h\u001b[0m\u001b[?2004l";

  private static final String SHAPE = "[0-9a-fA-F:=a-z;.,-]{1,400}";

  static TerminalMode now() {
    return new TerminalMode(stty("-g").filter(text -> text.matches(SHAPE)));
  }

  /** Sets it as it was. */
  void restore() {
    saved.ifPresent(mode -> {
      Optional<String> _ = stty(mode);
      System.out.print(USUAL);
      System.out.flush();
    });
  }

  /** What that program prints about this process's terminal; empty where it fails. */
  static Optional<String> stty(String... arguments) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    try {
      Process stty =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
