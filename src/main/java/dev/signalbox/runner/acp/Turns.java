package dev.signalbox.runner.acp;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whose turn it is: a prompt is answered when its turn is over, and only then comes the next. */
final class Turns {
  private static final String START = "signalbox-prompt-";

  private final Set<String> prompts = new HashSet<>(Set.of(id(0)));
  private final Set<String> ended = new HashSet<>();

  /** The id of the prompt that a message is. */
  static String id(long sequence) {
    return START + sequence;
  }

  /** Whether an answer ends a turn. */
  static boolean isPrompt(String id) {
    return id.startsWith(START);
  }

  /** Whether a prompt waits for its answer; the first does from the beginning. */
  boolean isRunning() {
    return !ended.containsAll(prompts);
  }

  void end(String id) {
    ended.add(id);
  }

  /** Takes note of a prompt that was said before. */
  void said(long sequence) {
    prompts.add(id(sequence));
  }

  /** The id for the next turn; empty while one is running, unless it is that one. */
  Optional<String> begin(long sequence) {
    String id = id(sequence);
    if (!prompts.contains(id) && isRunning()) {
      return Optional.empty();
    }
    prompts.add(id);
    return Optional.of(id);
  }
}
