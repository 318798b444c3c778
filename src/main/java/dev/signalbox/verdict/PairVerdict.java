package dev.signalbox.verdict;

import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseId;
import java.util.List;
import java.util.Optional;

/**
 * What may be done with two phases.
 *
 * @param a precedes {@code b} in the plan
 * @param verdict the rule's verdict, or the person's where one overruled it
 * @param rule the first rule that fired
 * @param evidence what made it fire, one sentence each, most telling first
 * @param overrule a person's decision against the rule
 */
public record PairVerdict(
    PhaseId a,
    PhaseId b,
    Verdict verdict,
    Rule rule,
    List<String> evidence,
    Optional<Overrule> overrule) {
  public PairVerdict {
    evidence = List.copyOf(evidence);
  }
}
