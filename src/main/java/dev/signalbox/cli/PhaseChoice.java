package dev.signalbox.cli;

import dev.signalbox.check.CheckResult;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Phase;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the phase that a person named on the command line. */
final class PhaseChoice {
  private static final int NAMES_SHOWN_MAX = 20;

  private PhaseChoice() {}

  /** The index in the plan of the phase with that id, case ignored where that is unambiguous. */
  static int index(CheckResult result, String name) {
    List<Phase> phases = result.plan().phases();
    int found = -1;
    for (int i = 0; i < phases.size(); i++) {
      String id = phases.get(i).id().value();
      if (id.equals(name)) {
        return i;
      }
      if (id.equalsIgnoreCase(name)) {
        found = i;
      }
    }
    if (found < 0) {
      throw unknown(phases, name);
    }
    return found;
  }

  private static SignalboxException unknown(List<Phase> phases, String name) {
    String known =
        phases.stream()
            .limit(NAMES_SHOWN_MAX)
            .map(phase -> phase.id().value())
            .collect(Collectors.joining(", "));
    String rest = phases.size() > NAMES_SHOWN_MAX ? ", ..." : "";
    return new SignalboxException(
        ErrorCode.PLAN_PHASE_UNKNOWN,
        "expected a phase of the plan, found " + name,
        List.of("phases: " + known + rest));
  }

  static SignalboxException same(String name) {
    return new SignalboxException(
        ErrorCode.USAGE_INVALID,
        "expected two different phases, found " + name + " twice",
        List.of("name another phase as the third argument"));
  }
}
