package dev.signalbox.plan;

import dev.signalbox.error.Position;

/** Something that one phase makes and another may need: files by pattern, or a named artifact. */
public sealed interface Resource {

  /** Where the plan states it. */
  Position position();

  /** Files, by pattern. */
  record Files(Touch touch) implements Resource {
    @Override
    public Position position() {
      return touch.position();
    }
  }

  /**
   * A named artifact, such as {@code schema:review-v2}. Two are the same when kind and name are
   * equal, case included.
   *
   * @param kind {@code schema}, {@code api} or {@code doc}
   * @param name not empty, without white space
   */
  record Artifact(String kind, String name, Position position) implements Resource {
    /** {@code schema:review-v2}. */
    public String key() {
      return kind + ":" + name;
    }
  }
}
