package dev.signalbox.plan;

import java.util.Optional;
import java.util.Set;

/**
 * How a phase is dispatched.
 *
 * @param exec absent when the plan does not say; {@code check} then proposes one
 * @param agent absent when the plan leaves the choice to the catalogue
 * @param gates when reviews apply, as the plan states them; never empty
 * @param claim the group inside which the source claims that all phases may run at once
 */
public record Handling(
    Optional<ExecMode> exec,
    Deliverable deliverable,
    Optional<AgentId> agent,
    Estimate estimate,
    BranchUse branch,
    Set<GateTiming> gates,
    Optional<ParallelClaim> claim) {}
