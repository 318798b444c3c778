package dev.signalbox.notify;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateId;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.List;

/**
 * That a gate waits. What the gate shows is not in it: it may hold what only the person may see.
 *
 * @param title one line, without anything that a terminal acts on
 * @param sessions those that wait; empty for the run's own gates
 */
public record Notice(
    RunId run, GateId gate, GateKind kind, String title, List<SessionId> sessions) {
  private static final int TITLE_CHARS_MAX = 200;

  public Notice {
    title = plain(title);
    sessions = List.copyOf(sessions);
  }

  /** The notice of a gate. */
  public static Notice of(RunId run, Gate gate) {
    return new Notice(run, gate.id(), gate.kind(), gate.title(), gate.sessions());
  }

  private static String plain(String title) {
    StringBuilder plain = new StringBuilder();
    title
        .codePoints()
        .limit(TITLE_CHARS_MAX)
        .forEach(c -> plain.appendCodePoint(isShown(c) ? c : ' '));
    return plain.toString().strip();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
