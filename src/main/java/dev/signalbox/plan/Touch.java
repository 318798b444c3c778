package dev.signalbox.plan;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;

/**
 * A path pattern as a plan states it.
 *
 * @param glob relative to the repository's root, {@code /} between folders, never absolute, never
 *     with a {@code ..} segment
 * @param position where the plan states it
 */
public record Touch(Glob glob, Position position) {}
