package dev.signalbox.approval;

import java.time.Instant;

/**
 * A gate that was decided.
 *
 * @param hash of what was shown when it was decided
 */
public record Settled(GateKind kind, String hash, GateDecision decision, String who, Instant at) {}
