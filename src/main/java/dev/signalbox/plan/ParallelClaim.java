package dev.signalbox.plan;

/**
 * A source's own label that phases may run in parallel: a claim that Signalbox checks, never a
 * fact. Phases with equal claims are claimed to be parallel to each other.
 *
 * @param group what the phases share, as a person would name it: {@code wave 2 of 19-settings},
 *     {@code [P] run from T002}
 */
public record ParallelClaim(String group) {}
