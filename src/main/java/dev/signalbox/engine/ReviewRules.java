package dev.signalbox.engine;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Review.Seated;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.review.Matching;
import dev.signalbox.review.OpinionReader;
import dev.signalbox.review.OpinionReading;
import dev.signalbox.review.OrderReader;
import dev.signalbox.review.OrderReading;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowDecision;
import dev.signalbox.review.RowId;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reviews by sessions (mission section 3, design section 8): of the plan before anything starts,
 * and of each session's work before it is merged.
 */
final class ReviewRules {
  private ReviewRules() {}

  /** What reviews do by themselves: begin, end their rounds, ask a person. */
  static void advance(Deciding deciding) {
    boolean isBegun = deciding.run().reviews().stream().anyMatch(it -> it.subject().isEmpty());
    if (isBeforeDispatch(deciding) && !isBegun) {
      begin(deciding, Optional.empty(), "");
    }
    deciding.spec().lineup().review().ifPresent(plan -> ofWork(deciding, plan));
    for (Review review : deciding.run().reviews()) {
      if (!review.isInside()) {
        advance(deciding, review);
        OutsideRules.advance(deciding, deciding.run().review(review.number()));
      }
    }
  }

  /** Whether nothing may start yet: the plan is to be reviewed, and Gate 2 is not passed. */
  static boolean holdsDispatch(Deciding deciding) {
    return isBeforeDispatch(deciding)
        && deciding.run().reviews().stream()
            .filter(review -> review.subject().isEmpty())
            .noneMatch(Review::isOver);
  }

  private static boolean isBeforeDispatch(Deciding deciding) {
    return deciding.spec().lineup().review().filter(ReviewPlan::isBeforeDispatch).isPresent();
  }

  private static void ofWork(Deciding deciding, ReviewPlan plan) {
    for (SessionId id : plan.sessions()) {
      if (!(deciding.session(id).state()
          instanceof SessionState.InReview(String tip, SessionState.ReviewStep.Open _))) {
        continue;
      }
      Optional<Review> review = about(deciding, id);
      if (isUnchanged(deciding.session(id), tip)) {
        continue;
      }
      if (review.isPresent()) {
        again(deciding, plan, review.get(), tip);
      } else {
        begin(deciding, Optional.of(id), tip);
      }
    }
  }

  /** The work is there, for the first time after a review or still. */
  private static void again(Deciding deciding, ReviewPlan plan, Review review, String tip) {
    if (isToBeRepeated(review, plan, tip)) {
      seat(deciding, review, tip);
    } else if (review.round().tip().equals(tip) && !agreed(review).isEmpty()) {
      if (review.stage() instanceof Stage.Passed) {
        handBack(deciding, review);
      } else if (review.stage() instanceof Stage.HandedBack) {
        // Nothing was changed for what was agreed, so a person decides about it once more.
        List<RowId> rows = agreed(review).stream().map(Row::id).toList();
        deciding.emit(
            new ReviewFact.ReviewRecorded(review.number(), review.record().reopened(rows)));
        open(deciding, deciding.run().review(review.number()));
      }
    }
  }

  /** Work that changed nothing has nothing to review. */
  private static boolean isUnchanged(Session session, String tip) {
    return session.known().start().equals(Optional.of(tip));
  }

  /** A round that was broken off is made good; reworked work is looked at again while it may be. */
  private static boolean isToBeRepeated(Review review, ReviewPlan plan, String tip) {
    return switch (review.stage()) {
      case Stage.Listening _, Stage.Dropped _ -> true;
      case Stage.Passed _, Stage.HandedBack _ ->
          !review.round().tip().equals(tip) && review.record().round() < plan.rounds();
      case Stage.Reviewing _, Stage.Answering _, Stage.Summing _, Stage.Deciding _ -> false;
    };
  }

  /** The review of that session's work. */
  static Optional<Review> about(Deciding deciding, SessionId id) {
    return deciding.run().reviews().stream()
        .filter(review -> !review.isInside() && review.subject().equals(Optional.of(id)))
        .findFirst();
  }

  private static void begin(Deciding deciding, Optional<SessionId> subject, String tip) {
    long number = deciding.run().sequence() + 1;
    deciding.emit(new ReviewFact.ReviewOpened(subject));
    seat(deciding, deciding.run().review(number), tip);
  }

  private static void seat(Deciding deciding, Review review, String tip) {
    ReviewPlan plan = deciding.spec().lineup().review().orElseThrow();
    int round = review.record().round() + 1;
    List<Seated> seats = new ArrayList<>();
    for (ReviewPlan.Seat seat : plan.seats()) {
      SessionSpec session = ReviewerSession.of(deciding, seat, review, round);
      deciding.emit(new Fact.SessionAdded(session));
      seats.add(new Seated(seat.reviewer(), session.id()));
    }
    deciding.emit(new ReviewFact.ReviewRoundBegun(review.number(), tip, seats));
    ElsewhereRules.begin(deciding, review);
  }

  private static void advance(Deciding deciding, Review review) {
    if (review.stage() instanceof Stage.Dropped(String why)) {
      release(deciding, review, why);
    }
    if (review.isOver()) {
      return;
    }
    Optional<String> lost = review.subject().flatMap(id -> lost(deciding.session(id), review));
    if (lost.isPresent()) {
      drop(deciding, review, lost.get());
      return;
    }
    if (review.stage() instanceof Stage.Reviewing) {
      review.round().seats().forEach(seat -> hear(deciding, review.number(), seat));
      conclude(deciding, deciding.run().review(review.number()));
    } else if (review.round().debate().isPresent()) {
      DebateRules.advance(deciding, review.number());
    }
  }

  /** Why nobody waits for the review of a session's work any more. */
  private static Optional<String> lost(Session session, Review review) {
    boolean isThere =
        switch (session.state()) {
          case SessionState.InReview(String tip, var _) ->
              // What a session declined may be decided about without any round.
              review.stage() instanceof Stage.Deciding || tip.equals(review.round().tip());
          case SessionState.Halted _, SessionState.MergeReady _ -> true;
          case SessionState _ -> false;
        };
    if (isThere) {
      return Optional.empty();
    }
    return Optional.of(
        session.isOver() ? "its session is over" : "the work is being changed meanwhile");
  }

  private static void drop(Deciding deciding, Review review, String why) {
    gate(deciding, review).ifPresent(gate -> deciding.emit(new Fact.GateWithdrawn(gate, why)));
    deciding.emit(new ReviewFact.ReviewDropped(review.number(), why));
    release(deciding, review, why);
  }

  /** Reviewers that nobody waits for end; one that is being claimed does when it is. */
  private static void release(Deciding deciding, Review review, String why) {
    for (SessionId id : review.round().sessions()) {
      if (!deciding.session(id).isOver()) {
        SessionRules.abandon(deciding, id, "its review is not needed: " + why);
      }
    }
  }

  private static void hear(Deciding deciding, long number, Seated seat) {
    if (deciding.run().review(number).round().isHeard(seat.reviewer())) {
      return;
    }
    HandIn.of(deciding, seat.session())
        .ifPresent(handIn -> {
          OpinionReading reading = OpinionReader.read(seat.reviewer(), handIn.text().orElse(""));
          String why =
              handIn.text().isPresent() && reading.opinion().isEmpty()
                  ? reading.problems().getFirst()
                  : handIn.reason();
          deciding.emit(
              reading
                  .opinion()
                  .<Fact>map(opinion -> new ReviewFact.OpinionGiven(number, opinion))
                  .orElseGet(() -> new ReviewFact.OpinionMissing(number, seat.session(), why)));
        });
  }

  private static void conclude(Deciding deciding, Review review) {
    if (!review.round().isComplete()) {
      return;
    }
    ReviewRecord record =
        review.round().opinions().isEmpty()
            ? review.record()
            : review
                .record()
                .after(
                    review.round().opinions(),
                    ElsewhereRules.voices(deciding, review),
                    Matching.DEFAULT);
    deciding.emit(new ReviewFact.ReviewRecorded(review.number(), record));
    Review recorded = deciding.run().review(review.number());
    if (!DebateRules.begin(deciding, recorded)) {
      ask(deciding, recorded);
    }
  }

  /**
   * Gate 2 of a plan is passed by a person in any case; that of a session's work only where
   * something has to be decided, where nobody could review, or where somebody elsewhere is silent.
   */
  static void ask(Deciding deciding, Review review) {
    boolean isHeard = !review.isUnheard() && review.round().silent().isEmpty();
    if (review.subject().isPresent() && review.record().isDecided() && isHeard) {
      deciding.emit(
          new ReviewFact.GateTwoPassed(review.number(), "Signalbox: no finding has to be decided"));
      return;
    }
    open(deciding, review);
  }

  private static void open(Deciding deciding, Review review) {
    deciding.openGate(
        GateKind.REVIEW,
        review.sessions(),
        ReviewText.title(deciding, review),
        ReviewText.shown(deciding, review));
  }

  /** What an open question shows has changed: it is asked again as it is now. */
  static void askAnew(Deciding deciding, long number, String why) {
    Review review = deciding.run().review(number);
    if (review.stage() instanceof Stage.Deciding) {
      gate(deciding, review)
          .ifPresent(gate -> {
            deciding.emit(new Fact.GateWithdrawn(gate, why));
            ask(deciding, review);
          });
    }
  }

  /** The review whose findings that gate is about. */
  private static Optional<Review> of(Deciding deciding, List<SessionId> sessions) {
    return deciding.run().reviews().stream()
        .filter(review -> !review.isInside() && review.stage() instanceof Stage.Deciding)
        .filter(review -> review.sessions().equals(sessions))
        .findFirst();
  }

  private static Optional<Long> gate(Deciding deciding, Review review) {
    return deciding.run().gates().stream()
        .filter(gate -> gate.kind() == GateKind.REVIEW && gate.sessions().equals(review.sessions()))
        .map(gate -> gate.number())
        .findFirst();
  }

  /** Why the words are no decision about the rows; empty where they are one. */
  static Optional<String> misfit(
      Deciding deciding, List<SessionId> sessions, GateDecision decision) {
    Optional<Review> review = of(deciding, sessions);
    return switch (decision) {
      case GateDecision.Approved _ -> Optional.empty();
      case GateDecision.Rejected(String why) ->
          why.isBlank()
              ? Optional.of("expected a reason for rejecting what is open, found none")
              : Optional.empty();
      case GateDecision.Answered(List<String> answers) ->
          review
              .map(it -> OrderReader.read(it.record(), String.join("\n", answers)).problems())
              .filter(problems -> !problems.isEmpty())
              .map(problems -> String.join("\n", problems));
    };
  }

  /** A person decided; where rows are left without a decision the gate opens again with those. */
  static void decided(Deciding deciding, List<SessionId> sessions, Input.Decide decide) {
    Optional<Review> found = of(deciding, sessions);
    if (found.isEmpty()) {
      return;
    }
    Review review = found.get();
    if (review.isUnheard() && decide.decision() instanceof GateDecision.Rejected) {
      seat(deciding, review, review.round().tip());
      return;
    }
    if (review.isForSilence() && decide.decision() instanceof GateDecision.Rejected) {
      ElsewhereRules.again(deciding, review);
      return;
    }
    List<RecordOrder> orders = orders(review.record(), decide.decision());
    if (!orders.isEmpty()) {
      deciding.emit(new ReviewFact.RecordChanged(review.number(), orders, decide.who()));
      OutsideRules.ruled(deciding, review.number(), orders, decide.who());
    }
    Review after = deciding.run().review(review.number());
    if (after.record().isDecided()) {
      deciding.emit(new ReviewFact.GateTwoPassed(after.number(), decide.who()));
    } else {
      ask(deciding, after);
    }
  }

  static List<RecordOrder> orders(ReviewRecord record, GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> open(record, new RowDecision.Agreed());
      case GateDecision.Rejected(String why) -> open(record, new RowDecision.Rejected(why));
      case GateDecision.Answered(List<String> answers) -> {
        OrderReading reading = OrderReader.read(record, String.join("\n", answers));
        yield reading.orders();
      }
    };
  }

  private static List<RecordOrder> open(ReviewRecord record, RowDecision decision) {
    List<RowId> rows = record.toBeDecided().stream().map(Row::id).toList();
    return rows.isEmpty() ? List.of() : List.of(new RecordOrder.Decide(rows, decision));
  }

  private static void handBack(Deciding deciding, Review review) {
    SessionId id = review.subject().orElseThrow();
    deciding.emit(new ReviewFact.FindingsHandedBack(review.number()));
    deciding.withdrawGates(
        id, "its findings are mended first", gate -> gate.kind() == GateKind.MERGE);
    List<Feedback> waiting = FeedbackDelivery.waiting(deciding, id);
    String tip = review.round().tip();
    if (!waiting.isEmpty()) {
      deciding.emit(
          new Fact.FeedbackTold(waiting.stream().map(Feedback::number).toList(), Optional.of(tip)));
    }
    deciding.retry(id, true, ReviewText.agreed(agreed(review), waiting), Duration.ZERO);
  }

  /** What a person agreed with in the latest round. */
  static List<Row> agreed(Review review) {
    return review.record().rows().stream()
        .filter(row -> !row.findings().isEmpty())
        .filter(row -> row.isAgreed() && row.round() == review.record().round())
        .toList();
  }

  /** Whether the work may not be merged yet. */
  static boolean holds(Deciding deciding, SessionId id, String tip) {
    Optional<ReviewPlan> plan =
        deciding.spec().lineup().review().filter(it -> it.sessions().contains(id));
    boolean isToBeReviewed = plan.isPresent() && !isUnchanged(deciding.session(id), tip);
    return about(deciding, id)
        .map(review ->
            !review.isOver()
                || !review.record().isDecided()
                || (isToBeReviewed
                    && (isToBeRepeated(review, plan.get(), tip)
                        || (review.round().tip().equals(tip) && !agreed(review).isEmpty()))))
        .orElse(isToBeReviewed);
  }

  /** The run was cancelled: nobody waits for any review. */
  static void cancelled(Deciding deciding) {
    for (Review review : deciding.run().reviews()) {
      if (!review.isOver()) {
        deciding.emit(new ReviewFact.ReviewDropped(review.number(), "the run was cancelled"));
      }
    }
  }
}
