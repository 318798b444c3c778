package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.feedback.OutsideFindings;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.review.Matching;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowDecision;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Ruling;
import dev.signalbox.review.Voice;
import dev.signalbox.session.SessionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Findings from outside in the decision record of a session's work (mission sections 3 and 7). The
 * session answers them as it answers all feedback; the record shows what became of that, and a
 * person decides where it declined what weighs.
 */
final class OutsideRules {
  private OutsideRules() {}

  /** Something was taken for a session, or passed on to it: the record gets what it finds. */
  static void heard(Deciding deciding, Feedback feedback) {
    Optional<SessionId> session = feedback.session().filter(id -> keepsRecord(deciding, id));
    List<Voice> voices =
        OutsideFindings.voices(feedback.number(), feedback.item(), feedback.isRequired());
    if (session.isEmpty() || voices.isEmpty()) {
      return;
    }
    Review review =
        ReviewRules.about(deciding, session.get()).orElseGet(() -> open(deciding, session.get()));
    ReviewRecord record = review.record();
    if (record.rows().stream().noneMatch(row -> row.isOf(feedback.number()))) {
      deciding.emit(
          new ReviewFact.RecordExtended(review.number(), record.heard(voices, Matching.DEFAULT)));
      decidedBefore(deciding, review.number(), feedback);
      ReviewRules.askAnew(deciding, review.number(), "more was found meanwhile");
    }
  }

  /** What a person overrode, rejected or deferred stays so when it is only said again. */
  private static void decidedBefore(Deciding deciding, long review, Feedback feedback) {
    List<Row> rows =
        deciding.run().review(review).record().rows().stream()
            .filter(row -> row.isOf(feedback.number()))
            .toList();
    rows.stream()
        .flatMap(row -> row.ruling().stream())
        .findFirst()
        .filter(_ -> rows.stream().noneMatch(Row::isAgreed))
        .ifPresent(ruling -> ruled(deciding, feedback, rows, ruling.who()));
  }

  /** Work that others can see has a record as soon as they say something about it. */
  private static boolean keepsRecord(Deciding deciding, SessionId id) {
    return deciding.spec().target().merge() == MergeMode.PULL_REQUEST
        || deciding.spec().lineup().review().filter(it -> it.sessions().contains(id)).isPresent();
  }

  private static Review open(Deciding deciding, SessionId id) {
    long number = deciding.run().sequence() + 1;
    deciding.emit(new ReviewFact.ReviewOpened(Optional.of(id)));
    return deciding.run().review(number);
  }

  /** A person is asked about what the session declined, when nothing else is looked at. */
  static void advance(Deciding deciding, Review review) {
    boolean isOpen =
        review
            .subject()
            .map(deciding::session)
            .filter(session ->
                session.state() instanceof SessionState.InReview(String _, ReviewStep.Open _))
            .isPresent();
    if (!isOpen) {
      return;
    }
    switch (review.stage()) {
      case Review.Stage.Listening _,
          Review.Stage.Passed _,
          Review.Stage.HandedBack _,
          Review.Stage.Dropped _ -> {
        if (!review.record().isDecided()) {
          deciding.emit(new ReviewFact.ReviewRecorded(review.number(), review.record()));
          ReviewRules.ask(deciding, deciding.run().review(review.number()));
        }
      }
      case Review.Stage.Reviewing _,
          Review.Stage.Answering _,
          Review.Stage.Summing _,
          Review.Stage.Deciding _ -> {
        // It is asked when all reviewers are heard, or was.
      }
    }
  }

  /** Whether the session has to wait with what came in: it is about to be decided with the rest. */
  static boolean isHeldBack(Deciding deciding, Session session) {
    return session.state() instanceof SessionState.InReview
        && ReviewRules.about(deciding, session.id()).filter(review -> !review.isOver()).isPresent();
  }

  /** Whether a person has yet to say whether the session's no stands. */
  static boolean isContested(Deciding deciding, Feedback feedback) {
    return feedback
        .session()
        .filter(id -> !deciding.session(id).isOver())
        .flatMap(id -> ReviewRules.about(deciding, id))
        .filter(review ->
            review.record().toBeDecided().stream().anyMatch(row -> row.isOf(feedback.number())))
        .isPresent();
  }

  /** A person decided about rows: so it is decided about what came in with them. */
  static void ruled(Deciding deciding, long review, List<RecordOrder> orders, String who) {
    ReviewRecord record = deciding.run().review(review).record();
    Set<Long> numbers = new LinkedHashSet<>();
    for (RecordOrder order : orders) {
      if (order instanceof RecordOrder.Decide(List<RowId> rows, RowDecision _)) {
        rows.stream()
            .flatMap(id -> record.row(id).stream())
            .flatMap(row -> row.voices().stream())
            .forEach(voice -> numbers.add(voice.feedback()));
      }
    }
    for (long number : numbers) {
      List<Row> rows = record.rows().stream().filter(row -> row.isOf(number)).toList();
      ruled(deciding, deciding.run().feedback(number), rows, who);
    }
  }

  private static void ruled(Deciding deciding, Feedback feedback, List<Row> rows, String who) {
    if (rows.stream().anyMatch(Row::isAgreed)) {
      agreed(deciding, feedback, who);
      return;
    }
    List<RowDecision> decisions = decisions(rows);
    if (decisions.size() < rows.size()) {
      // Part of what it says is open.
      return;
    }
    Optional<RowDecision.Deferred> deferred =
        decisions.stream()
            .filter(RowDecision.Deferred.class::isInstance)
            .map(RowDecision.Deferred.class::cast)
            .findFirst();
    boolean isAnswered =
        feedback.stage() instanceof Stage.Settled settled && settled.fate() != Fate.DECLINED;
    if (isAnswered) {
      return;
    }
    if (deferred.isPresent()) {
      String issue = deferred.get().issue().value();
      FeedbackRules.settle(deciding, feedback, Fate.FILED, who, issue);
    } else if (!feedback.isSettled()) {
      RowDecision first = decisions.getFirst();
      FeedbackRules.settle(
          deciding, feedback, Fate.LEFT, who, first.word() + ": " + first.response());
    }
  }

  private static List<RowDecision> decisions(List<Row> rows) {
    return rows.stream().flatMap(row -> row.ruling().stream()).map(Ruling::decision).toList();
  }

  /** The session is to do it, whatever it thinks. */
  private static void agreed(Deciding deciding, Feedback feedback, String who) {
    boolean isToBeDone =
        switch (feedback.stage()) {
          case Stage.Settled(Fate fate, String _, String _) ->
              fate == Fate.DECLINED || fate == Fate.LEFT;
          case Stage.Asked _ -> true;
          case Stage _ -> !feedback.isRequired();
        };
    if (isToBeDone) {
      deciding.emit(
          new Fact.FeedbackRouted(feedback.number(), feedback.session().orElseThrow(), who));
      if (feedback.stage() instanceof Stage.Asked(long gate)) {
        FeedbackRules.withdrawIfAlone(deciding, gate, who + " decided about it");
      }
    }
  }

  /** Whose word the record holds beside the reviewers', each once. */
  static List<String> speakers(Review review) {
    return review.record().rows().stream()
        .flatMap(row -> row.guests().stream())
        .map(Voice::reviewer)
        .distinct()
        .toList();
  }
}
