package dev.signalbox.runner.local;

import dev.signalbox.session.Spoken;
import java.util.ArrayList;
import java.util.List;

/** Puts what an agent said in pieces together again, by whole lines. */
final class Pieces {
  private final StringBuilder text = new StringBuilder();
  private String message = "";

  /** What can be shown now that this was said. */
  List<Spoken> add(Spoken spoken) {
    List<Spoken> shown = new ArrayList<>();
    if (!(spoken instanceof Spoken.Piece(String of, String piece))) {
      shown.addAll(rest());
      shown.add(spoken);
      return shown;
    }
    if (!of.equals(message)) {
      shown.addAll(rest());
    }
    message = of;
    text.append(piece);
    int end = text.lastIndexOf("\n");
    if (end >= 0) {
      shown.add(new Spoken.Words(text.substring(0, end)));
      text.delete(0, end + 1);
    }
    return shown;
  }

  /** What is left when nothing more comes. */
  List<Spoken> rest() {
    List<Spoken> rest = text.isEmpty() ? List.of() : List.of(new Spoken.Words(text.toString()));
    text.setLength(0);
    return rest;
  }
}
