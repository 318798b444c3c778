package dev.signalbox.config;

import java.util.Optional;

/** Where the issues of plans live. */
public enum TrackerKind {
  /** In the plan file: phases' ids stand for issues. */
  PLAN_FILE("plan-file"),
  LINEAR("linear"),
  GITHUB("github");

  private final String word;

  TrackerKind(String word) {
    this.word = word;
  }

  /**
   * The word of the configuration, and what references such as {@code linear:SHOP-1} begin with.
   */
  public String word() {
    return word;
  }

  /** The kind with that word. */
  public static Optional<TrackerKind> of(String word) {
    for (TrackerKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
