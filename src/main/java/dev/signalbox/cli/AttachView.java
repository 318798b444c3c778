package dev.signalbox.cli;

import dev.signalbox.view.AttachText;
import dev.signalbox.view.SessionView;
import java.time.Duration;
import java.util.List;

/**
 * A session's transcript with how it stands below. On a screen in colours, with the last line
 * painted in place; else plain lines, and one for each change of how it stands.
 */
final class AttachView {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Terminal terminal;
  private final Region region;
  private String stood = "";
  private long looked = System.nanoTime();

  AttachView(Terminal terminal) {
    this.terminal = terminal;
    this.region = new Region(terminal.out(), AttachView::coloured);
  }

  void head(SessionView session) {
    above(AttachText.head(session, terminal.columns()));
    standing(session);
  }

  void process(int attempt, boolean isScreen) {
    above(List.of("", AttachText.above(attempt, isScreen, terminal.columns())));
  }

  /** What was written, as lines whose first column says what they are. */
  void said(List<String> lines) {
    above(terminal.isScreen() ? AttachText.wrapped(lines, terminal.columns()) : lines);
  }

  /** Whether it is time to look again how the session stands. */
  boolean isStale() {
    return System.nanoTime() - looked >= FRESH.toNanos();
  }

  /** How the session stands now. */
  void standing(SessionView session) {
    looked = System.nanoTime();
    if (terminal.isScreen()) {
      region.paint(List.of("* " + AttachText.standing(session, terminal.columns() - 2)));
      return;
    }
    String now = AttachText.news(session);
    if (!now.equals(stood)) {
      stood = now;
      above(List.of("* " + AttachText.standing(session, Terminal.COLUMNS_DEFAULT)));
    }
  }

  void leave() {
    region.leave();
  }

  private void above(List<String> lines) {
    if (terminal.isScreen()) {
      region.above(lines);
    } else {
      terminal.print(lines);
      terminal.out().flush();
    }
  }

  /** By the first column, which no text of an agent reaches. */
  private static String coloured(String line) {
    String colour =
        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
          case '>' -> "36";
          case '?' -> "1;33";
          case '=' -> "2";
          case '-' -> "1";
          case '*' -> "7";
          default -> "";
        };
    return colour.isEmpty() ? line : "\u001b[" + colour + "m" + line + "\u001b[0m";
  }
}
