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
 * @param reviewers how many looked in that round; 0 where only others found it
 * @param round that round, from 1; where only others found it the latest before
 * @param ruling what a person decided
 * @param voices what others say of it
 */
public record Row(
    RowId id,
    List<Reported> findings,
    int reviewers,
    int round,
    Optional<Ruling> ruling,
    List<Voice> voices) {
  public Row {
    findings = List.copyOf(findings);
    voices = List.copyOf(voices);
  }

  /** A row of reviewers alone. */
  public Row(RowId id, List<Reported> findings, int reviewers, int round, Optional<Ruling> ruling) {
    this(id, findings, reviewers, round, ruling, List.of());
  }

  /** Which of the reviewers agree about it; empty where only others found it. */
  public Optional<Consensus> consensus() {
    return findings.isEmpty() ? Optional.empty() : Optional.of(Consensus.of(findings, reviewers));
  }

  /** Whether two thirds of the reviewers found it. */
  public boolean isIncluded() {
    return consensus().filter(Consensus::isIncluded).isPresent();
  }

  /**
   * Whether it binds: by the reviewers' consensus, or since somebody said it who has to be heard.
   */
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
            severityOfReviewers().stream(), voices.stream().map(each -> each.finding().severity()))
        .reduce(Severity.CONSIDER, Severity::or);
  }

  /**
   * How severe the reviewers hold it to be: critical only if all say so; else the worst that was
   * said, at most important. What was not included keeps the worst that was said, and is only
   * shown. Empty where only others found it.
   */
  public Optional<Severity> severityOfReviewers() {
    return consensus()
        .map(consensus -> {
          Severity worst =
              findings.stream()
                  .map(each -> each.finding().severity())
                  .reduce(Severity.CONSIDER, Severity::or);
          return worst == Severity.CRITICAL && consensus.isIncluded() && !consensus.isCritical()
              ? Severity.IMPORTANT
              : worst;
        });
  }

  /** Who from outside holds it to be worse than the reviewers do. */
  List<Voice> raisedBy() {
    return severityOfReviewers().stream()
        .flatMap(
            held -> voices.stream().filter(each -> each.finding().severity().isWorseThan(held)))
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
   * Whether Gate 2 waits for a decision about it: the reviewers included it, or it had to be
   * addressed and the session declined it. While a session has yet to answer nobody is asked.
   */
  public boolean isToBeDecided() {
    return ruling.isEmpty()
        && ((isIncluded() && severityOfReviewers().filter(Severity::isToBeDecided).isPresent())
            || isContested());
  }

  private boolean isContested() {
    return severity().isToBeDecided() && voices.stream().anyMatch(Voice::isContested);
  }

  /** Whether a person agreed with it. */
  public boolean isAgreed() {
    return ruling.map(each -> each.decision() instanceof RowDecision.Agreed).orElse(false);
  }

  /** Whether it came with that feedback too. */
  public boolean isOf(long feedback) {
    return voices.stream().anyMatch(each -> each.feedback() == feedback);
  }

  Row ruled(Ruling other) {
    return new Row(id, findings, reviewers, round, Optional.of(other), voices);
  }

  Row open() {
    return new Row(id, findings, reviewers, round, Optional.empty(), voices);
  }

  boolean isSaidBy(String reviewer) {
    return voices.stream().anyMatch(each -> each.reviewer().equals(reviewer));
  }

  /** Whether that speaker said it before, and heard what became of it. */
  boolean isAnswered(Voice again) {
    List<Voice> own =
        voices.stream().filter(each -> each.reviewer().equals(again.reviewer())).toList();
    return !own.isEmpty()
        && own.stream()
            .allMatch(each ->
                each.feedback() != again.feedback()
                    && each.outcome().standing() != Voice.Standing.OPEN);
  }

  /** What its speaker said of it before is said anew. */
  Row with(Voice voice) {
    List<Voice> more = new ArrayList<>(voices);
    more.removeIf(each -> each.reviewer().equals(voice.reviewer()));
    more.add(voice);
    return new Row(id, findings, reviewers, round, ruling, more);
  }

  /** What was agreed to and then declined is decided once more. */
  Row told(long feedback, Voice.Outcome outcome, boolean isRequired) {
    if (!isOf(feedback)) {
      return this;
    }
    List<Voice> after =
        voices.stream()
            .map(each -> each.feedback() == feedback ? each.in(outcome, isRequired) : each)
            .toList();
    boolean isRefused = isAgreed() && outcome.standing() == Voice.Standing.DECLINED;
    return new Row(id, findings, reviewers, round, isRefused ? Optional.empty() : ruling, after);
  }
}
