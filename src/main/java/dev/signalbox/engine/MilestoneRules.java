package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.Matching;
import dev.signalbox.review.MilestoneReport;
import dev.signalbox.review.OrderReader;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowId;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reviews inside of a session (mission section 3, option D): it stops at milestones, its own
 * subagents have reviewed the work since the last one, and a person decides about what they found.
 * What it hands in is checked; without a verified review a person is told so.
 */
final class MilestoneRules {
  private MilestoneRules() {}

  /** Whether the session stops at milestones. */
  static boolean hasMilestones(Deciding deciding, SessionId id) {
    return inside(deciding, id).isPresent();
  }

  private static Optional<ReviewPlan.Inside> inside(Deciding deciding, SessionId id) {
    return deciding.spec().lineup().review().flatMap(plan -> plan.insideOf(id));
  }

  /** It is counted where it shows that a review took place. */
  static void subagentRan(Deciding deciding, SessionId id) {
    boolean isCounted =
        deciding.session(id).trace().milestones().subagents() < ReviewLimits.SUBAGENTS_MAX;
    if (hasMilestones(deciding, id) && isCounted) {
      deciding.emit(new Fact.SubagentRan(id));
    }
  }

  /** Nobody waits for a decision whose gate is gone: the session goes on otherwise, or is over. */
  static void advance(Deciding deciding) {
    for (Review review : deciding.run().reviews()) {
      SessionId id = review.subject().orElse(null);
      if (id != null
          && review.isInside()
          && !review.isOver()
          && !deciding.hasGate(id, GateKind.MILESTONE)) {
        deciding.emit(
            new ReviewFact.ReviewDropped(review.number(), "its session goes on otherwise"));
      }
    }
  }

  /** The work and the review of it were looked at. */
  static void seen(Deciding deciding, Session session, MilestoneLook look) {
    if (session.state()
        instanceof SessionState.Exiting(Attempt _, ExitStep.Reviewing _, boolean isRunning)) {
      seen(deciding, session, look, isRunning);
    }
  }

  private static void seen(
      Deciding deciding, Session session, MilestoneLook look, boolean isRunning) {
    SessionId id = session.id();
    ScopeRules.found(deciding, id, look.uncommitted());
    if (isUnchanged(session, look)) {
      unchanged(deciding, session, look.tip(), isRunning);
      return;
    }
    List<String> missing = missing(deciding, session, look);
    if (missing.isEmpty()) {
      reviewed(deciding, session, look);
    } else if (session.spec().handling().elsewhere().isEmpty()
        && session.trace().milestones().sentBack() < ReviewLimits.MILESTONE_REMINDERS_MAX) {
      deciding.emit(new Fact.MilestoneSentBack(id, missing));
      tell(deciding, id, MilestoneText.missing(missing), isRunning);
    } else {
      reach(deciding, id, look.tip(), missing);
    }
  }

  /**
   * Whether what was taken in is not what passed the last milestone: an agent may commit after its
   * exit was looked at, and a resolving session makes work of its own. A person looks at that.
   */
  static boolean isPast(Deciding deciding, Session session, String tip) {
    boolean hasMilestones =
        deciding.spec().lineup().review().flatMap(it -> it.insideOf(session.id())).isPresent();
    return hasMilestones
        && !Optional.of(tip).equals(session.trace().milestones().passedAt())
        && !Optional.of(tip).equals(session.known().start());
  }

  /** Whether nothing was done since the last milestone, or since the start. */
  private static boolean isUnchanged(Session session, MilestoneLook look) {
    return look.uncommitted().isEmpty()
        && session
            .trace()
            .milestones()
            .passedAt()
            .or(() -> session.known().start())
            .equals(Optional.of(look.tip()));
  }

  private static void unchanged(Deciding deciding, Session session, String tip, boolean isRunning) {
    SessionId id = session.id();
    Optional<Review> review = about(deciding, id);
    List<RowId> left =
        review.map(ReviewRules::agreed).orElse(List.of()).stream().map(Row::id).toList();
    if (!left.isEmpty()) {
      // Nothing was changed for what was agreed, so a person decides about it once more.
      ReviewRecord record = review.orElseThrow().record().reopened(left);
      deciding.emit(new ReviewFact.ReviewRecorded(review.orElseThrow().number(), record));
      reach(deciding, id, tip, List.of());
    } else if (SessionFacts.attempt(session).isTaskComplete() || !isRunning) {
      deciding.emit(new Fact.ExitCheckBegun(id, isRunning));
    } else {
      WorkRules.unfinished(deciding, session);
    }
  }

  private static List<String> missing(Deciding deciding, Session session, MilestoneLook look) {
    List<String> missing = new ArrayList<>();
    if (look.tip().isEmpty()) {
      missing.add(
          "the branch %s has to be checked out and hold the work"
              .formatted(session.spec().handling().branch()));
    }
    if (!look.uncommitted().isEmpty()) {
      missing.add("uncommitted changes: " + String.join(", ", look.uncommitted()));
    }
    MilestoneReport report = look.report();
    missing.addAll(report.problems());
    if (!report.commit().isEmpty() && !report.isAbout(look.tip())) {
      missing.add(
          "a review of the work as it is, at commit %s: the one handed in is of %s"
              .formatted(look.tip(), report.commit()));
    }
    int demanded = deciding.spec().lineup().review().orElseThrow().seats().size();
    int seen = session.trace().milestones().subagents();
    boolean isTold = inside(deciding, session.id()).orElseThrow().tellsSubagents();
    if (isTold && seen < demanded) {
      missing.add(
          "a subagent for each of the %d perspectives: %d ran to its end since the last milestone"
              .formatted(demanded, seen));
    }
    return List.copyOf(missing);
  }

  private static void reviewed(Deciding deciding, Session session, MilestoneLook look) {
    SessionId id = session.id();
    if (about(deciding, id).isEmpty()) {
      deciding.emit(new ReviewFact.MilestoneReviewOpened(id));
    }
    Review review = about(deciding, id).orElseThrow();
    deciding.emit(
        new ReviewFact.MilestoneReviewed(
            review.number(),
            look.tip(),
            look.report().opinions(),
            look.proofs(),
            review.record().after(look.report().opinions(), Matching.DEFAULT)));
    deciding.emit(new Fact.SessionHalted(id, MilestoneText.HALTED));
    deciding.emit(new Fact.MilestoneReached(id, look.tip(), List.of()));
    ask(deciding, id, List.of(), look.report().words());
  }

  private static void reach(Deciding deciding, SessionId id, String tip, List<String> missing) {
    deciding.emit(new Fact.SessionHalted(id, MilestoneText.HALTED));
    deciding.emit(new Fact.MilestoneReached(id, tip, missing));
    ask(deciding, id, missing, "");
  }

  private static void ask(Deciding deciding, SessionId id, List<String> missing, String words) {
    Session session = deciding.session(id);
    Optional<Review> review = asked(deciding, id);
    deciding.openGate(
        GateKind.MILESTONE,
        List.of(id),
        MilestoneText.title(session, review),
        review
            .map(it ->
                MilestoneText.shown(
                    deciding,
                    session,
                    it,
                    inside(deciding, id).orElseThrow().tellsSubagents(),
                    words))
            .orElseGet(() -> MilestoneText.unreviewed(session, missing)));
  }

  private static Optional<Review> about(Deciding deciding, SessionId id) {
    return deciding.run().reviews().stream()
        .filter(review -> review.isInside() && review.subject().equals(Optional.of(id)))
        .findFirst();
  }

  /** The review that a person decides about now. */
  private static Optional<Review> asked(Deciding deciding, SessionId id) {
    return about(deciding, id).filter(review -> review.stage() instanceof Stage.Deciding);
  }

  /** Why the words are no decision about the rows. */
  static Optional<String> misfit(Deciding deciding, Gate gate, GateDecision decision) {
    if (!(decision instanceof GateDecision.Answered(List<String> answers))) {
      return Optional.empty();
    }
    Optional<Review> review = asked(deciding, gate.sessions().getFirst());
    if (review.isEmpty()) {
      return Optional.of("expected approve or reject, since there are no findings to decide about");
    }
    List<String> problems =
        OrderReader.read(review.get().record(), String.join("\n", answers)).problems();
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
  }

  /** A person decided; where rows are left without a decision the gate opens again with those. */
  static void decided(Deciding deciding, SessionId id, Input.Decide decide) {
    Optional<Review> review = asked(deciding, id);
    if (decide.decision() instanceof GateDecision.Rejected(String why)) {
      review.ifPresent(it ->
          deciding.emit(
              new ReviewFact.ReviewDropped(it.number(), decide.who() + " sent the session back")));
      leave(deciding, id, false, decide.who(), AgentText.remark(why));
      return;
    }
    if (review.isPresent()) {
      long number = review.get().number();
      List<RecordOrder> orders = ReviewRules.orders(review.get().record(), decide.decision());
      if (!orders.isEmpty()) {
        deciding.emit(new ReviewFact.RecordChanged(number, orders, decide.who()));
      }
      if (!deciding.run().review(number).record().isDecided()) {
        ask(deciding, id, List.of(), "");
        return;
      }
      deciding.emit(new ReviewFact.GateTwoPassed(number, decide.who()));
    }
    List<Row> rows =
        review.map(it -> ReviewRules.agreed(deciding.run().review(it.number()))).orElse(List.of());
    pass(deciding, id, rows, decide.who());
  }

  private static void pass(Deciding deciding, SessionId id, List<Row> rows, String who) {
    Session session = deciding.session(id);
    boolean isGone = session.attempt().isEmpty();
    boolean isDone = isGone || SessionFacts.attempt(session).isTaskComplete();
    if (rows.isEmpty() && isDone) {
      deciding.emit(new Fact.SessionResumed(id));
      deciding.emit(new Fact.MilestoneLeft(id, true, who));
      deciding.emit(new Fact.ExitCheckBegun(id, !isGone));
    } else {
      leave(deciding, id, true, who, MilestoneText.passed(rows));
    }
  }

  private static void leave(
      Deciding deciding, SessionId id, boolean isPassed, String who, String text) {
    boolean isGone = deciding.session(id).attempt().isEmpty();
    deciding.emit(new Fact.SessionResumed(id));
    deciding.emit(new Fact.MilestoneLeft(id, isPassed, who));
    tell(deciding, id, text, !isGone);
  }

  private static void tell(Deciding deciding, SessionId id, String text, boolean isRunning) {
    if (isRunning) {
      deciding.say(id, new AgentMessage.Say(text));
    } else {
      deciding.retry(id, true, text + "\nReply with 'Session started' first.", Duration.ZERO);
    }
  }
}
