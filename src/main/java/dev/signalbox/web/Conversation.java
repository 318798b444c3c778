package dev.signalbox.web;

import dev.signalbox.session.Spoken;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of each message together. */
final class Conversation {
  private final List<Spoken> entries = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String message = "";

  void add(Spoken spoken) {
    if (spoken instanceof Spoken.Piece(String of, String piece)) {
      if (!of.equals(message)) {
        flush();
      }
      message = of;
      text.append(piece);
    } else {
      flush();
      entries.add(spoken);
    }
  }

  /** What was said so far; a message that is not whole yet is the last entry. */
  List<Spoken> entries() {
    flush();
    return List.copyOf(entries);
  }

  private void flush() {
    if (!text.isEmpty()) {
      entries.add(new Spoken.Words(text.toString()));
      text.setLength(0);
    }
    message = "";
  }
}
