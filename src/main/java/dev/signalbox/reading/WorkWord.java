package dev.signalbox.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nouns by which plans call their units of work. */
public final class WorkWord {
  private static final Set<String> WORDS =
      Set.of(
          "phase",
          "task",
          "step",
          "milestone",
          "stage",
          "wave",
          "batch",
          "sprint",
          "iteration",
          "session",
          "agent",
          "unit",
          "pr",
          "story",
          "epic",
          "workstream",
          "track",
          "package",
          "wp",
          "slice",
          "increment",
          "part",
          "subtask",
          "ticket",
          "deliverable",
          "feature",
          "week",
          "item",
          "stream",
          "chunk");

  private static final Map<String, String> PLURALS =
      Map.of("stories", "story", "batches", "batch", "prs", "pr", "epics", "epic");

  /** Words that open a heading of work even without an id: {@code Task: sign in}. */
  private static final Set<String> NAMELESS =
      Set.of("phase", "task", "milestone", "unit", "story", "epic", "workstream", "subtask");

  private WorkWord() {}

  /** The singular in lower case, where {@code text} is such a noun, singular or plural. */
  public static Optional<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String plural = PLURALS.getOrDefault(lower, lower);
    if (WORDS.contains(plural)) {
      return Optional.of(plural);
    }
    String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return WORDS.contains(singular) ? Optional.of(singular) : Optional.empty();
  }

  /** The lower case of {@code text}, where it is such a noun in the singular. */
  static Optional<String> singular(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) ? Optional.of(lower) : Optional.empty();
  }

  static boolean mayBeNameless(String word) {
    return NAMELESS.contains(word);
  }
}
