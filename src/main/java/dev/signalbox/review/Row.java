package dev.signalbox.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One finding of the record, as all who found it say it.
 *
 * @param findings those that are one, each by another reviewer, of the round that found it last
 * @param reviewers how many looked in that round
 * @param round that round, from 1
 * @param ruling what a person decided
 */
public record Row(
    RowId id, List<Reported> findings, int reviewers, int round, Optional<Ruling> ruling) {
  public Row {
    findings = List.copyOf(findings);
  }

  /** Who agrees about it. */
  public Consensus consensus() {
    return Consensus.of(findings, reviewers);
  }

  /**
   * How severe it is by consensus: critical only if all say so; else the worst that was said, at
   * most important. What was not included keeps the worst that was said, and is only shown.
   */
  public Severity severity() {
    Consensus consensus = consensus();
    if (consensus.isCritical()) {
      return Severity.CRITICAL;
    }
    Severity worst = worst().severity();
    return worst == Severity.CRITICAL && consensus.isIncluded() ? Severity.IMPORTANT : worst;
  }

  /** The finding that stands for all: the most severe, of those the first. */
  public Finding worst() {
    return findings.stream()
        .map(Reported::finding)
        .min(Comparator.comparing(Finding::severity))
        .orElseThrow(() -> new IllegalStateException("expected findings of row " + id));
  }

  /** Whether Gate 2 waits for a decision about it. */
  public boolean isToBeDecided() {
    return ruling.isEmpty() && consensus().isIncluded() && severity().isToBeDecided();
  }

  /** Whether a person agreed with it. */
  public boolean isAgreed() {
    return ruling.map(each -> each.decision() instanceof RowDecision.Agreed).orElse(false);
  }

  Row ruled(Ruling other) {
    return new Row(id, findings, reviewers, round, Optional.of(other));
  }
}
