package dev.signalbox.approval;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;

/** A change of the dispatch table that a person makes before the run starts (ADR 0027). */
public sealed interface TableEdit {

  /** Another agent works on the phase. */
  record Agent(PhaseId phase, AgentId agent) implements TableEdit {}

  /** The phase's session is launched with another permission. */
  record Launch(PhaseId phase, LaunchMode mode) implements TableEdit {}

  /** Of two phases of one batch, {@code first} is merged before {@code next}. */
  record MergeFirst(PhaseId first, PhaseId next) implements TableEdit {}

  /** In words, such as {@code 1A agent codex}; without what it was before. */
  default String words() {
    return switch (this) {
      case Agent(PhaseId phase, AgentId agent) -> phase + " agent " + agent;
      case Launch(PhaseId phase, LaunchMode mode) -> phase + " launch " + mode.word();
      case MergeFirst(PhaseId first, PhaseId next) -> first + " merges before " + next;
    };
  }
}
