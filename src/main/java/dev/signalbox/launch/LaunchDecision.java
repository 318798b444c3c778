package dev.signalbox.launch;

import dev.signalbox.plan.LaunchMode;

/**
 * How a phase is launched.
 *
 * @param modeLabel the execution mode for prompts and tables, such as {@code pair} or {@code spike
 *     (analysis-only)}
 * @param reason in words, for the dispatch table; without a full stop
 */
public record LaunchDecision(LaunchMode launch, String modeLabel, String reason) {}
