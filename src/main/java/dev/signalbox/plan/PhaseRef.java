package dev.signalbox.plan;

import dev.signalbox.error.Position;

/**
 * A mention of a phase.
 *
 * @param id the phase that is meant; the plan may not have it
 */
public record PhaseRef(PhaseId id, Position position) {}
