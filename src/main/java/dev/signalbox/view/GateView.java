package dev.signalbox.view;

import dev.signalbox.approval.Gate;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An open gate in the inbox.
 *
 * @param opened empty where nobody knows
 */
public record GateView(Gate gate, Optional<Instant> opened) {

  /** Whether it takes an answer in words, besides yes and no. */
  public boolean takesWords() {
    return gate.kind().takesWords();
  }

  /** How many answers it takes. */
  int answers() {
    return gate.question().orElse(null) instanceof Question.Choice choice
        ? choice.items().size()
        : 1;
  }

  /** {@code S-A, S-B}; {@code run} for a gate of the run itself. */
  String concerned() {
    return gate.sessions().isEmpty()
        ? "run"
        : gate.sessions().stream().map(SessionId::value).collect(Collectors.joining(", "));
  }
}
