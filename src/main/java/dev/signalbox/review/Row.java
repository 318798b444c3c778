package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One finding of the record, as all who found it say it: reviewers, others, or both.
 *
 * @param findings those of reviewers that are one, each by another, of the round that found it last
 * @param stances what the others answered to it in that round's debate
 * @param reviewers how many looked in that round, each perspective once; 0 where only others found
 *     it
 * @param round that round, from 1; where only others found it the latest before
 * @param ruling what a person decided
 * @param voices what others say of it, some of them for reviewers of that round who are elsewhere
 */
public record Row(
    RowId id,
    List<Reported> findings,
    List<Stance> stances,
    int reviewers,
    int round,
    Optional<Ruling> ruling,
    List<Voice> voices) {
  public Row {
    findings = List.copyOf(findings);
    stances = List.copyOf(stances);
    voices = List.copyOf(voices);
  }

  /** A row of reviewers alone, to which nobody answered. */
  public Row(RowId id, List<Reported> findings, int reviewers, int round, Optional<Ruling> ruling) {
    this(id, findings, List.of(), reviewers, round, ruling, List.of());
  }

  /** Which of the reviewers agree about it; empty where only others found it. */
  public Optional<Consensus> consensus() {
    return isOfReviewers() ? Optional.of(Votes.of(this).consensus()) : Optional.empty();
  }

  /** Whether reviewers of the profile found it, here or elsewhere. */
  public boolean isOfReviewers() {
    return !findings.isEmpty() || voices.stream().anyMatch(each -> each.seat().isPresent());
  }

  /** The names of the reviewers of the profile who found it, those elsewhere last. */
  public List<String> finders() {
    return Stream.concat(
            findings.stream().map(Reported::reviewer),
            voices.stream().flatMap(each -> each.seat().stream()))
        .distinct()
        .toList();
  }

  /** What is said by nobody of the profile. */
  public List<Voice> guests() {
    return voices.stream().filter(each -> each.seat().isEmpty()).toList();
  }

  /** Whether two thirds of the reviewers found it, or one asked for a person's decision. */
  public boolean isIncluded() {
    return isEscalated() || consensus().filter(Consensus::isIncluded).isPresent();
  }

  /** Whether a reviewer asked for a person's decision. */
  public boolean isEscalated() {
    return stances.stream().anyMatch(each -> each.kind() == Stance.Kind.ESCALATE);
  }

  /** Whether it binds: by the reviewers, or since somebody said it who has to be heard. */
  public boolean isBinding() {
    return isIncluded() || voices.stream().anyMatch(Voice::isRequired);
  }

  /**
   * How severe it is: by the reviewers' consensus, or what another says if that is more.
   *
   * @see #severityOfReviewers()
   */
  public Severity severity() {
    return Stream.concat(
            severityOfReviewers().stream(),
            guests().stream().map(each -> each.finding().severity()))
        .reduce(Severity.CONSIDER, Severity::or);
  }

  /**
   * How severe the reviewers hold it to be: critical only if all say so; else the worst that was
   * said, at most important. Where somebody answered that it should have another severity, what
   * most say stands for the worst. What was not included keeps what was said, and is only shown.
   * Empty where only others found it.
   */
  public Optional<Severity> severityOfReviewers() {
    return consensus()
        .map(consensus -> {
          Severity said = consensus.isCritical() ? Severity.CRITICAL : Votes.of(this).said();
          boolean isTooMuch = consensus.isIncluded() && !consensus.isCritical();
          return said == Severity.CRITICAL && isTooMuch ? Severity.IMPORTANT : said;
        });
  }

  /** Who from outside holds it to be worse than the reviewers do. */
  List<Voice> raisedBy() {
    return severityOfReviewers().stream()
        .flatMap(
            held -> guests().stream().filter(each -> each.finding().severity().isWorseThan(held)))
        .toList();
  }

  /** Everything that was found, reviewers first. */
  List<Reported> said() {
    List<Reported> said = new ArrayList<>(findings);
    voices.forEach(each -> said.add(each.reported()));
    return said;
  }

  /** The finding that stands for all: the most severe, of those the first. */
  public Finding worst() {
    return said().stream()
        .map(Reported::finding)
        .min(Comparator.comparing(Finding::severity))
        .orElseThrow(() -> new IllegalStateException("expected findings of row " + id));
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

  /**
   * Whether Gate 2 waits for a decision about it: the reviewers included it, one of them asked for
   * one, or it had to be addressed and the session declined it. While a session has yet to answer
   * nobody is asked.
   */
  public boolean isToBeDecided() {
    boolean isWeighty = severityOfReviewers().filter(Severity::isToBeDecided).isPresent();
    return ruling.isEmpty() && (isEscalated() || (isIncluded() && isWeighty) || isContested());
  }

  private boolean isContested() {
    return severity().isToBeDecided() && voices.stream().anyMatch(Voice::isContested);
  }

  /** Whether a person agreed with it. */
  public boolean isAgreed() {
    return ruling.map(each -> each.decision() instanceof RowDecision.Agreed).orElse(false);
  }

  /** Whether that reviewer found it itself. */
  public boolean isFoundBy(String reviewer) {
    return findings.stream().anyMatch(each -> each.reviewer().equals(reviewer));
  }

  /** Whether it came with that feedback too. */
  public boolean isOf(long feedback) {
    return voices.stream().anyMatch(each -> each.feedback() == feedback);
  }

  Row ruled(Optional<Ruling> other) {
    return new Row(id, findings, stances, reviewers, round, other, voices);
  }

  Row answered(List<Stance> more) {
    return new Row(id, findings, more, reviewers, round, ruling, voices);
  }

  boolean isSaidBy(String reviewer) {
    return voices.stream().anyMatch(each -> each.reviewer().equals(reviewer));
  }
}
