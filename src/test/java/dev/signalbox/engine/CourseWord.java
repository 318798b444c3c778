package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;

/** How far a run is, in one word. */
final class CourseWord {
  private CourseWord() {}

  static String of(RunState state) {
    if (state.spec().isEmpty()) {
      return "[*]";
    } else if (state.course().isClosed()) {
      return "Closed";
    } else if (state.course().isCancelled()) {
      return "Cancelled";
    } else if (state.course().batch() == 0) {
      return "Asked";
    } else if (hasGate(state, GateKind.SPEND)) {
      return "SpendCapReached";
    } else if (hasGate(state, GateKind.CHECKPOINT)) {
      return "AtCheckpoint";
    }
    return "Dispatching";
  }

  private static boolean hasGate(RunState state, GateKind kind) {
    return state.gates().values().stream().anyMatch(gate -> gate.kind() == kind);
  }
}
