package dev.signalbox.engine;

import dev.signalbox.engine.Review.Seated;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowId;
import dev.signalbox.review.StanceReader;
import dev.signalbox.review.SynthesisReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Structured debate: after each looked alone, reviewers answer each other's findings, and a session
 * that adds nothing sums up. Each step is a fact, so what was answered is never asked for again.
 */
final class DebateRules {
  private static final int VOICES_MIN = 2;

  private DebateRules() {}

  /** Begins the answers where the run's reviewers debate and there is something to debate. */
  static boolean begin(Deciding deciding, Review review) {
    ReviewPlan plan = deciding.spec().lineup().review().orElseThrow();
    boolean isDebate =
        plan.synthesiser().isPresent()
            && review.round().opinions().size() >= VOICES_MIN
            && !review.record().debatable().isEmpty();
    if (isDebate) {
      List<Seated> seats = new ArrayList<>();
      for (Opinion opinion : review.round().opinions()) {
        List<Row> rows = shown(review, opinion.reviewer());
        if (!rows.isEmpty()) {
          SessionSpec session =
              ReviewerSession.answering(deciding, plan.seat(opinion.reviewer()), review, rows);
          deciding.emit(new Fact.SessionAdded(session));
          seats.add(new Seated(opinion.reviewer(), session.id()));
        }
      }
      deciding.emit(new ReviewFact.DebateBegun(review.number(), seats));
    }
    return isDebate;
  }

  /** What others found, the most severe first. */
  private static List<Row> shown(Review review, String reviewer) {
    return review.record().debatable().stream()
        .limit(ReviewLimits.STANCES_MAX)
        .filter(row -> !row.isFoundBy(reviewer))
        .toList();
  }

  /** The rows that a reviewer has to answer. */
  static List<RowId> asked(Review review, String reviewer) {
    return shown(review, reviewer).stream().map(Row::id).toList();
  }

  static void advance(Deciding deciding, long number) {
    Debate debate = deciding.run().review(number).round().debate().orElseThrow();
    debate.seats().stream()
        .filter(seat -> !debate.isHeard(seat))
        .forEach(seat -> hear(deciding, number, seat));
    Review review = deciding.run().review(number);
    Debate now = review.round().debate().orElseThrow();
    if (review.stage() instanceof Stage.Answering && now.seats().stream().allMatch(now::isHeard)) {
      sumUp(deciding, review, now);
    } else if (review.stage() instanceof Stage.Summing) {
      now.summing()
          .filter(summing -> !summing.isHeard())
          .ifPresent(summing -> hear(deciding, review, summing));
    }
  }

  private static void hear(Deciding deciding, long number, Seated seat) {
    Optional<HandIn> found = HandIn.of(deciding, seat.session());
    if (found.isEmpty()) {
      return;
    }
    HandIn handIn = found.get();
    Review review = deciding.run().review(number);
    StanceReader.Reading reading =
        StanceReader.read(
            seat.reviewer(), handIn.text().orElse(""), asked(review, seat.reviewer()));
    deciding.emit(
        reading
            .stances()
            .<Fact>map(stances -> new ReviewFact.StancesTaken(number, stances))
            .orElseGet(() ->
                new ReviewFact.StancesMissing(
                    number, seat.session(), why(handIn, reading.problems()))));
  }

  private static String why(HandIn handIn, List<String> problems) {
    return handIn.text().isPresent() ? problems.getFirst() : handIn.reason();
  }

  private static void sumUp(Deciding deciding, Review review, Debate debate) {
    if (!debate.stances().isEmpty()) {
      deciding.emit(
          new ReviewFact.ReviewRecorded(
              review.number(), review.record().answered(debate.stances())));
    }
    ReviewPlan.Seat seat =
        deciding.spec().lineup().review().flatMap(ReviewPlan::synthesiser).orElseThrow();
    SessionSpec session =
        ReviewerSession.summing(deciding, seat, deciding.run().review(review.number()));
    deciding.emit(new Fact.SessionAdded(session));
    deciding.emit(new ReviewFact.SynthesisBegun(review.number(), session.id()));
  }

  private static void hear(Deciding deciding, Review review, Debate.Summing summing) {
    Optional<HandIn> found = HandIn.of(deciding, summing.session());
    if (found.isEmpty()) {
      return;
    }
    HandIn handIn = found.get();
    List<RowId> known = review.record().rows().stream().map(Row::id).toList();
    SynthesisReader.Reading reading = SynthesisReader.read(handIn.text().orElse(""), known);
    deciding.emit(
        reading
            .synthesis()
            .<Fact>map(synthesis -> new ReviewFact.SynthesisGiven(review.number(), synthesis))
            .orElseGet(() ->
                new ReviewFact.SynthesisMissing(review.number(), why(handIn, reading.problems()))));
    ReviewRules.ask(deciding, deciding.run().review(review.number()));
  }
}
