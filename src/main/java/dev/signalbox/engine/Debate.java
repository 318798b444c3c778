package dev.signalbox.engine;

import dev.signalbox.engine.Review.Absence;
import dev.signalbox.engine.Review.Seated;
import dev.signalbox.review.Stance;
import dev.signalbox.review.Synthesis;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The second half of a round: reviewers answer each other's findings, then somebody sums up.
 *
 * @param seats those who answer
 * @param stances what they answered
 * @param absences of those who did not
 * @param summing who sums up; empty before
 */
public record Debate(
    List<Seated> seats, List<Stance> stances, List<Absence> absences, Optional<Summing> summing) {
  public Debate {
    seats = List.copyOf(seats);
    stances = List.copyOf(stances);
    absences = List.copyOf(absences);
  }

  /**
   * The session that sums up.
   *
   * @param synthesis what it handed in
   * @param failure why it handed nothing in that counts
   */
  public record Summing(
      SessionId session, Optional<Synthesis> synthesis, Optional<String> failure) {
    boolean isHeard() {
      return synthesis.isPresent() || failure.isPresent();
    }
  }

  static Debate of(List<Seated> seats) {
    return new Debate(seats, List.of(), List.of(), Optional.empty());
  }

  /** Whether that reviewer has answered, or will not. */
  boolean isHeard(Seated seat) {
    return stances.stream().anyMatch(each -> each.reviewer().equals(seat.reviewer()))
        || absences.stream().anyMatch(each -> each.reviewer().equals(seat.reviewer()));
  }

  /** The sessions of everybody in it. */
  List<SessionId> sessions() {
    return Stream.concat(
            seats.stream().map(Seated::session), summing.stream().map(Summing::session))
        .toList();
  }

  Debate answered(List<Stance> given) {
    List<Stance> more = new ArrayList<>(stances);
    more.addAll(given);
    return new Debate(seats, more, absences, summing);
  }

  Debate with(Absence absence) {
    List<Absence> more = new ArrayList<>(absences);
    more.add(absence);
    return new Debate(seats, stances, more, summing);
  }

  Debate with(Summing next) {
    return new Debate(seats, stances, absences, Optional.of(next));
  }

  /** What is not there, for people. */
  List<String> missing() {
    List<String> lines = new ArrayList<>();
    absences.forEach(
        each -> lines.add("answers of %s (%s)".formatted(each.reviewer(), each.reason())));
    summing
        .flatMap(Summing::failure)
        .ifPresent(why -> lines.add("the synthesis, left out (%s)".formatted(why)));
    return lines;
  }
}
