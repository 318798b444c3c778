package dev.signalbox.runner.codex;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which turn is running, and which messages are on their way to be one. */
final class Turns {
  private final Set<String> asked = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private Optional<String> running = Optional.empty();
  private boolean hasBegun;

  /** A message was said. */
  void ask(long sequence) {
    String id = Lines.MESSAGE + sequence;
    if (!answered.contains(id)) {
      asked.add(id);
    }
  }

  /**
   * The app server has taken a message, or refused it.
   *
   * @param turn the turn that it is part of; empty for none
   */
  void answer(String id, String turn) {
    asked.remove(id);
    if (answered.add(id) && !turn.isEmpty()) {
      running = Optional.of(turn);
      hasBegun = true;
    }
  }

  void begin(String turn) {
    running = Optional.of(turn).filter(id -> !id.isEmpty());
    hasBegun = true;
  }

  void end() {
    running = Optional.empty();
  }

  Optional<String> running() {
    return running;
  }

  /** Whether a message is on its way. */
  boolean isAsked() {
    return !asked.isEmpty();
  }

  /** Whether this process has had a turn. */
  boolean hasBegun() {
    return hasBegun;
  }
}
