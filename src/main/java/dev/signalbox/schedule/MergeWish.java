package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;

/** A person wants the work of {@code first} merged before that of {@code next}. */
public record MergeWish(PhaseId first, PhaseId next) {}
