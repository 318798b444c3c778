package dev.signalbox.dispatch;

import dev.signalbox.plan.ExecMode;

/** How hard an agent thinks, by execution mode (mission context). */
final class Effort {
  private Effort() {}

  static String of(ExecMode mode) {
    return switch (mode) {
      case QUICK -> "low";
      case TDD, SPIKE -> "medium";
      case PAIR, CHECKPOINT, SWARM -> "high";
    };
  }
}
