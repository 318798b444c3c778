package dev.signalbox.launch;

import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import java.util.Optional;

/**
 * The execution mode that fits a phase whose plan names none: a guess from its text, to be
 * confirmed by a person.
 *
 * <p>Knowledge as the output is a spike. Else, if the phase is well-defined: five or more
 * independent tasks are a swarm; what tests can drive is tdd; the rest is quick. If it is not: high
 * risk is checkpoint, the rest is pair (mission section 2, "How to decide").
 *
 * <ul>
 *   <li><b>Knowledge</b>: the deliverable is analysis; or verb or title say research, evaluate,
 *       compare and the like, and every path to change is a document.
 *   <li><b>Well-defined</b>: there are tasks, and acceptance criteria or a deliverable.
 *   <li><b>Independent tasks</b>: none refers to another ("then", "after task 2") or names a file
 *       that another names.
 *   <li><b>Testable</b>: there are acceptance criteria, or tests are mentioned or touched.
 *   <li><b>High risk</b>: an infrastructure class is named; or title, tasks or paths speak of
 *       security, authentication, payment, migration or production data.
 * </ul>
 *
 * @param reason in words; without a full stop
 */
public record ModeProposal(ExecMode mode, String reason) {
  /** From the mission's cross-references: swarm is for five or more independent tasks. */
  private static final int SWARM_TASKS_MIN = 5;

  /** The proposal for a phase, whatever mode the plan may name. */
  public static ModeProposal of(Phase phase, DocumentPaths documents) {
    PhaseSignals signals = new PhaseSignals(phase, documents);
    Optional<String> knowledge = signals.knowledge();
    if (knowledge.isPresent()) {
      return new ModeProposal(ExecMode.SPIKE, "knowledge is the output: " + knowledge.get());
    }
    return signals
        .undefined()
        .map(gap -> undefined(gap, signals))
        .orElseGet(() -> defined(phase, signals));
  }

  private static ModeProposal defined(Phase phase, PhaseSignals signals) {
    int independent = TaskIndependence.count(phase.brief().tasks());
    if (independent >= SWARM_TASKS_MIN) {
      return new ModeProposal(
          ExecMode.SWARM, "well-defined, with " + independent + " independent tasks");
    }
    return signals
        .testable()
        .map(why -> new ModeProposal(ExecMode.TDD, "well-defined and testable: " + why))
        .orElseGet(
            () -> new ModeProposal(ExecMode.QUICK, "well-defined, and no tests are spoken of"));
  }

  private static ModeProposal undefined(String gap, PhaseSignals signals) {
    String start = "not well-defined, for " + gap;
    return signals
        .risk()
        .map(why -> new ModeProposal(ExecMode.CHECKPOINT, start + "; high risk: " + why))
        .orElseGet(() -> new ModeProposal(ExecMode.PAIR, start));
  }
}
