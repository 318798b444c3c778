package dev.signalbox.agent;

import dev.signalbox.plan.ExecMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How an agent fits into the workflow.
 *
 * @param branches how its branches are called
 * @param readsSkills whether it knows the workflow by its skill files; if not, everything that it
 *     needs has to stand in the text it is given (mission, Agent-Aware Dispatch)
 * @param delegation how it gets an issue; empty for one that runs here, and for one that only
 *     reacts
 * @param offeredFor the modes for which the mission's table lists it (section 2, Agent Options); in
 *     the enum's order; empty for an agent that works only where somebody names it
 */
public record Working(
    BranchConvention branches,
    boolean readsSkills,
    Optional<Delegation> delegation,
    Set<ExecMode> offeredFor) {
  public Working {
    EnumSet<ExecMode> modes = EnumSet.noneOf(ExecMode.class);
    modes.addAll(offeredFor);
    offeredFor = Collections.unmodifiableSet(modes);
  }
}
