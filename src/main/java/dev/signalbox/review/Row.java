package dev.signalbox.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One finding of the record, as all who found it say it.
 *
 * @param findings those that are one, each by another reviewer, of the round that found it last
 * @param stances what the others answered to it in that round's debate
 * @param reviewers how many looked in that round, each perspective once
 * @param round that round, from 1
 * @param ruling what a person decided
 */
public record Row(
    RowId id,
    List<Reported> findings,
    List<Stance> stances,
    int reviewers,
    int round,
    Optional<Ruling> ruling) {
  public Row {
    findings = List.copyOf(findings);
    stances = List.copyOf(stances);
  }

  /** Who agrees about it. */
  public Consensus consensus() {
    return Votes.of(this).consensus();
  }

  /**
   * How severe it is by consensus: critical only if all say so; else the worst that was said, at
   * most important. Where somebody answered that it should have another severity, what most say
   * stands for the worst. What was not included keeps what was said, and is only shown.
   */
  public Severity severity() {
    Votes votes = Votes.of(this);
    if (votes.consensus().isCritical()) {
      return Severity.CRITICAL;
    }
    Severity said = votes.said();
    return said == Severity.CRITICAL && votes.consensus().isIncluded() ? Severity.IMPORTANT : said;
  }

  /** The finding that stands for all: the most severe, of those the first. */
  public Finding worst() {
    return findings.stream()
        .map(Reported::finding)
        .min(Comparator.comparing(Finding::severity))
        .orElseThrow(() -> new IllegalStateException("expected findings of row " + id));
  }

  /** Whether enough found it, or a reviewer asked for a person's decision. */
  public boolean isIncluded() {
    return isEscalated() || consensus().isIncluded();
  }

  /** Whether a reviewer asked for a person's decision. */
  public boolean isEscalated() {
    return stances.stream().anyMatch(each -> each.kind() == Stance.Kind.ESCALATE);
  }

  /**
   * Which models found it, where each perspective looked with two: {@code convergent}, {@code
   * deep-only} or {@code fast-only}; empty where no model of a tier found it.
   */
  public Optional<String> coverage() {
    List<Tier> tiers =
        findings.stream()
            .map(each -> Tier.of(each.reviewer()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return switch (tiers.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(tiers.getFirst().word() + "-only");
      default -> Optional.of("convergent");
    };
  }

  /** Whether Gate 2 waits for a decision about it. */
  public boolean isToBeDecided() {
    return ruling.isEmpty()
        && (isEscalated() || (consensus().isIncluded() && severity().isToBeDecided()));
  }

  /** Whether a person agreed with it. */
  public boolean isAgreed() {
    return ruling.map(each -> each.decision() instanceof RowDecision.Agreed).orElse(false);
  }

  /** Whether that reviewer found it itself. */
  public boolean isFoundBy(String reviewer) {
    return findings.stream().anyMatch(each -> each.reviewer().equals(reviewer));
  }

  Row ruled(Optional<Ruling> other) {
    return new Row(id, findings, stances, reviewers, round, other);
  }

  /** The same finding as those tell it, which nobody has decided about. */
  Row told(List<Reported> others, List<Stance> answers) {
    return new Row(id, others, answers, reviewers, round, Optional.empty());
  }

  Row answered(List<Stance> more) {
    return new Row(id, findings, more, reviewers, round, ruling);
  }
}
