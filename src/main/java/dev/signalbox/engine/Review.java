package dev.signalbox.engine;

import dev.signalbox.review.FindingProof;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.Synthesis;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review of a session's work, or of the plan, over one or more rounds.
 *
 * @param number the sequence of the fact that opened it
 * @param subject the session whose work is reviewed; empty for the plan
 * @param round the latest
 * @param record everything found and decided, of the rounds that ended
 * @param isInside whether the session's own subagents review, a round at each milestone
 */
public record Review(
    long number,
    Optional<SessionId> subject,
    Round round,
    ReviewRecord record,
    Stage stage,
    boolean isInside) {

  /** How far it is. */
  public sealed interface Stage {
    /** No reviewer has looked yet; what others say is kept. */
    record Listening() implements Stage {}

    /** Reviewers look. */
    record Reviewing() implements Stage {}

    /** Reviewers answer each other's findings. */
    record Answering() implements Stage {}

    /** Somebody sums up. */
    record Summing() implements Stage {}

    /** A person decides about what they found. */
    record Deciding() implements Stage {}

    /** Gate 2 is passed for the latest round. */
    record Passed(String who) implements Stage {}

    /** The session mends what was agreed in the latest round. */
    record HandedBack(String who) implements Stage {}

    /** The round was broken off: its subject was given up, or is being changed. */
    record Dropped(String reason) implements Stage {}
  }

  /** A reviewer's name in the record, and its session. */
  public record Seated(String reviewer, SessionId session) {}

  /** A reviewer who gave no opinion. */
  public record Absence(String reviewer, String reason) {}

  /**
   * One look of all reviewers.
   *
   * @param tip the commit that they look at; empty for the plan
   * @param debate what they answered each other; empty before, and where they do not debate
   * @param proofs what became of their evidence, where it was looked up
   * @param awaiting those who are no sessions; empty where there are none
   */
  public record Round(
      String tip,
      List<Seated> seats,
      List<Opinion> opinions,
      List<Absence> absences,
      Optional<Debate> debate,
      List<FindingProof> proofs,
      Optional<Awaiting> awaiting) {
    public Round {
      proofs = List.copyOf(proofs);
      seats = List.copyOf(seats);
      opinions = List.copyOf(opinions);
      absences = List.copyOf(absences);
    }

    static final Round NONE = of("", List.of(), List.of(), List.of());

    static Round of(
        String tip, List<Seated> seats, List<Opinion> opinions, List<FindingProof> proofs) {
      return new Round(tip, seats, opinions, List.of(), Optional.empty(), proofs, Optional.empty());
    }

    /** The reviewer who looks, or answers, in that session; empty where it does something else. */
    public Optional<Seated> seat(SessionId session) {
      return Stream.concat(seats.stream(), debate.stream().flatMap(each -> each.seats().stream()))
          .filter(each -> each.session().equals(session))
          .findFirst();
    }

    /** The sessions of everybody in it. */
    public List<SessionId> sessions() {
      return Stream.concat(
              seats.stream().map(Seated::session),
              debate.stream().flatMap(each -> each.sessions().stream()))
          .toList();
    }

    /** Whether that reviewer has answered, or will not. */
    public boolean isHeard(String reviewer) {
      return opinions.stream().anyMatch(each -> each.reviewer().equals(reviewer))
          || absences.stream().anyMatch(each -> each.reviewer().equals(reviewer));
    }

    /** Whether everybody has answered, or will not. */
    boolean isComplete() {
      return seats.stream().map(Seated::reviewer).allMatch(this::isHeard)
          && awaiting.stream().flatMap(each -> each.reviewers().stream()).allMatch(this::isHeard);
    }

    /** Whether that reviewer has no session. */
    boolean isElsewhere(String reviewer) {
      return seats.stream().noneMatch(seat -> seat.reviewer().equals(reviewer));
    }

    /** Those elsewhere who were waited for in vain. */
    List<String> silent() {
      List<String> all = awaiting.map(Awaiting::reviewers).orElse(List.of());
      return absences.stream().map(Absence::reviewer).filter(all::contains).toList();
    }

    /** The same with those awaited, who are not absent any more unless they were before. */
    Round awaiting(Awaiting next) {
      boolean isNew = awaiting.filter(it -> it.number() == next.number()).isEmpty();
      List<Absence> left =
          absences.stream()
              .filter(each -> !isNew || !next.reviewers().contains(each.reviewer()))
              .toList();
      return new Round(tip, seats, opinions, left, debate, proofs, Optional.of(next));
    }

    Round with(Opinion opinion) {
      List<Opinion> more = new ArrayList<>(opinions);
      more.add(opinion);
      return new Round(tip, seats, more, absences, debate, proofs, awaiting);
    }

    Round with(Absence absence) {
      List<Absence> more = new ArrayList<>(absences);
      more.add(absence);
      return new Round(tip, seats, opinions, more, debate, proofs, awaiting);
    }
  }

  static Review opened(long number, Optional<SessionId> subject) {
    return new Review(
        number, subject, Round.NONE, ReviewRecord.EMPTY, new Stage.Listening(), false);
  }

  /** Nothing of it is awaited before the session's first milestone. */
  static Review inside(long number, SessionId session) {
    return new Review(
        number, Optional.of(session), Round.NONE, ReviewRecord.EMPTY, new Stage.Passed(""), true);
  }

  /** What the reviewers of the latest round together say; empty where nobody summed up. */
  public Optional<Synthesis> synthesis() {
    return round.debate().flatMap(Debate::summing).flatMap(Debate.Summing::synthesis);
  }

  /** The sessions that its gate is about; none for the plan. */
  List<SessionId> sessions() {
    return subject.map(List::of).orElse(List.of());
  }

  Review with(Round next) {
    return new Review(number, subject, next, record, stage, isInside);
  }

  Review with(Debate next) {
    return with(
        new Round(
            round.tip(),
            round.seats(),
            round.opinions(),
            round.absences(),
            Optional.of(next),
            round.proofs(),
            round.awaiting()));
  }

  Review with(ReviewRecord next, Stage then) {
    return new Review(number, subject, round, next, then, isInside);
  }

  Review in(Stage next) {
    return new Review(number, subject, round, record, next, isInside);
  }

  /** The record after what a person wrote, in that order. */
  static ReviewRecord after(ReviewRecord record, List<RecordOrder> orders, String who) {
    ReviewRecord changed = record;
    for (RecordOrder order : orders) {
      switch (order) {
        case RecordOrder.Decide decide -> {
          for (var row : decide.rows()) {
            changed = changed.ruled(row, decide.decision(), who);
          }
        }
        case RecordOrder.Split split -> changed = changed.split(split.row());
        case RecordOrder.Join join -> changed = changed.joined(join.kept(), join.gone());
      }
    }
    return changed;
  }

  /** Whether there were reviewers, and none of them gave an opinion. */
  boolean isUnheard() {
    return (!round.seats().isEmpty() || round.awaiting().isPresent()) && round.opinions().isEmpty();
  }

  /** Those who are awaited in the latest round and come only when they are called. */
  public List<AwaitedReviewer> callers(RunSpec spec) {
    return AskingRules.callers(spec, this);
  }

  /** Whether a person is asked only since somebody elsewhere was silent. */
  boolean isForSilence() {
    return !isUnheard() && record.isDecided() && !round.silent().isEmpty();
  }

  /**
   * Whether what was agreed is mended: the latest round found it no more, or the work was handed
   * back for it and is past its review. Had it not changed, a person would have been asked again.
   *
   * @param subject the session whose work is reviewed
   */
  public boolean isMended(Row row, Session subject) {
    boolean isPast =
        subject.state() instanceof SessionState.MergeReady
            || subject.state() instanceof SessionState.Merged;
    return record.isMended(row)
        || (isPast && !row.findings().isEmpty() && stage instanceof Stage.HandedBack);
  }

  /** Whether nothing of it is awaited any more. */
  boolean isOver() {
    return switch (stage) {
      case Stage.Listening _, Stage.Passed _, Stage.HandedBack _, Stage.Dropped _ -> true;
      case Stage.Reviewing _, Stage.Answering _, Stage.Summing _, Stage.Deciding _ -> false;
    };
  }
}
