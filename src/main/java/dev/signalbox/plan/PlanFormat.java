package dev.signalbox.plan;

/**
 * A way in which people write plans down. One small reader per format.
 *
 * <p>Readers are pure: text in, values out. They never throw on bad input and never lose it: what
 * they cannot read becomes a {@link dev.signalbox.error.Problem} with a position.
 */
public interface PlanFormat {

  /** The format's name in output, such as {@code spec-kit}. */
  String name();

  /** Whether the source looks like this format; cheap, and never true for another format. */
  boolean recognises(PlanSource source);

  /** Reads a source that {@link #recognises} accepted. */
  PlanReading read(PlanSource source);
}
