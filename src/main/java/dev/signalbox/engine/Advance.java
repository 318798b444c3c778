package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a run does by itself whenever nothing stands against it: the next batch, merge, end. */
final class Advance {
  private static final Set<GateKind> OPENING =
      Set.of(GateKind.TABLE, GateKind.SPEC, GateKind.COST, GateKind.COMMANDS);

  /** Those that people still decide when the run is cancelled. */
  private static final Set<GateKind> OUTLASTING =
      Set.of(GateKind.TRACKER, GateKind.TRIAGE, GateKind.COMPARE);

  private Advance() {}

  /** Goes on until nothing more follows. */
  static void advance(Deciding deciding) {
    int before = -1;
    while (before != deciding.facts().size()) {
      before = deciding.facts().size();
      if (deciding.run().spec().isEmpty() || deciding.run().course().isClosed()) {
        return;
      }
      if (deciding.run().course().isCancelled()) {
        cancel(deciding);
        StrayRules.cancelled(deciding);
        ReviewRules.cancelled(deciding);
      } else if (isApproved(deciding)) {
        ReviewRules.advance(deciding);
        RecommendationRules.advance(deciding);
        dispatch(deciding);
        review(deciding);
        merge(deciding);
        withdrawMoot(deciding);
        OverlapRules.advance(deciding);
        ResolveRules.advance(deciding);
      }
      MilestoneRules.advance(deciding);
      AuthorRules.advance(deciding);
      ClosingRules.advance(deciding);
      ReplyRules.advance(deciding);
      close(deciding);
    }
  }

  private static boolean isApproved(Deciding deciding) {
    return deciding.run().gates().stream().noneMatch(gate -> OPENING.contains(gate.kind()));
  }

  private static void cancel(Deciding deciding) {
    for (Gate gate : deciding.run().gates()) {
      if (!OUTLASTING.contains(gate.kind())) {
        deciding.emit(new Fact.GateWithdrawn(gate.number(), RunState.Course.CANCELLED));
      }
    }
    for (Session session : deciding.run().sessions()) {
      if (!session.isOver()) {
        boolean isBeingAbandoned =
            session.state() instanceof SessionState.Stopping stopping
                && stopping.ending().then() == Ending.Then.ABANDON;
        if (!isBeingAbandoned) {
          SessionRules.abandon(deciding, session.id(), RunState.Course.CANCELLED);
        }
      }
    }
  }

  /** A question about sessions that were all given up meanwhile has lost its object. */
  private static void withdrawMoot(Deciding deciding) {
    for (Gate gate : deciding.run().gates()) {
      boolean isOver =
          gate.sessions().stream()
              .allMatch(id -> deciding.session(id).state() instanceof SessionState.Abandoned);
      if (gate.kind() == GateKind.SEMANTIC && isOver) {
        deciding.emit(new Fact.GateWithdrawn(gate.number(), "its sessions were given up"));
      }
    }
  }

  private static void dispatch(Deciding deciding) {
    if (!ReviewRules.holdsDispatch(deciding)) {
      batches(deciding);
    }
    if (!deciding.hasGate(GateKind.SPEND)) {
      admitRetries(deciding);
      admitPlanned(deciding);
    }
  }

  private static void batches(Deciding deciding) {
    boolean isRolling = deciding.spec().bounds().isRolling();
    if (deciding.run().course().batch() == 0) {
      deciding.emit(new Fact.BatchDispatched(isRolling ? deciding.spec().batches().size() : 1));
    }
    if (!isRolling) {
      checkpoint(deciding);
    }
  }

  /** The sessions of the batches that were dispatched so far. */
  private static List<SessionId> dispatched(Deciding deciding) {
    List<SessionId> ids = new ArrayList<>();
    deciding.spec().batches().stream().limit(deciding.run().course().batch()).forEach(ids::addAll);
    return ids;
  }

  private static void checkpoint(Deciding deciding) {
    int batch = deciding.run().course().batch();
    List<SessionId> ids = dispatched(deciding);
    boolean isComplete = ids.stream().allMatch(id -> deciding.session(id).isOver());
    boolean isLast = batch == deciding.spec().batches().size();
    List<Gate> open =
        deciding.run().gates().stream().filter(gate -> gate.kind() == GateKind.CHECKPOINT).toList();
    if (isComplete && !isLast && open.isEmpty()) {
      deciding.openGate(
          GateKind.CHECKPOINT,
          List.of(),
          "Batch " + batch + " is complete. Start batch " + (batch + 1) + "?",
          CheckpointText.of(deciding, ids, batch));
    } else if (!isComplete) {
      open.forEach(gate ->
          deciding.emit(new Fact.GateWithdrawn(gate.number(), "a session of the batch goes on")));
    }
  }

  private static boolean hasSlot(Deciding deciding) {
    long occupied = deciding.run().sessions().stream().filter(Session::isOccupying).count();
    return occupied < deciding.spec().bounds().parallelMax();
  }

  private static void admitRetries(Deciding deciding) {
    for (Session session : deciding.run().sessions()) {
      if (session.state() instanceof SessionState.BackingOff(Beginning beginning, var notBefore)
          && !notBefore.isAfter(deciding.at())
          && hasSlot(deciding)) {
        deciding.emit(new Fact.AttemptBegun(session.id(), beginning));
      }
    }
  }

  private static void admitPlanned(Deciding deciding) {
    // Work that is done waits for its reviewers, so they come first.
    List<SessionId> ids = new ArrayList<>(joined(deciding, Purpose.REVIEW));
    ids.addAll(joined(deciding, Purpose.RESOLVE));
    ids.addAll(dispatched(deciding));
    ids.addAll(joined(deciding, Purpose.SPECIFY));
    for (SessionId id : ids) {
      Session session = deciding.session(id);
      if (session.state() instanceof SessionState.Planned
          && hasSlot(deciding)
          && isReady(deciding, session)) {
        deciding.emit(new Fact.SessionAdmitted(id));
      }
    }
  }

  private static List<SessionId> joined(Deciding deciding, Purpose purpose) {
    return deciding.run().sessions().stream()
        .filter(session -> session.spec().work().purpose() == purpose)
        .map(Session::id)
        .toList();
  }

  /**
   * Whether what it needs is in the base. A failed or abandoned session counts as dealt with once a
   * person has seen it: at the checkpoint of its batch, or at its own gate.
   */
  private static boolean isReady(Deciding deciding, Session session) {
    return RecommendationRules.isApproved(deciding, session)
        && session.spec().needs().stream()
            .map(deciding::session)
            .allMatch(need ->
                need.state() instanceof SessionState.Merged
                    || (need.isOver() && isDealtWith(deciding, need.id())));
  }

  private static boolean isDealtWith(Deciding deciding, SessionId id) {
    long checkpoint = deciding.run().lastSettled(GateKind.CHECKPOINT);
    return deciding.gatesOf(id).stream()
        .noneMatch(gate -> gate.kind() == GateKind.FAILURE && gate.number() > checkpoint);
  }

  private static void review(Deciding deciding) {
    boolean isReviewed =
        deciding.spec().bounds().reviewsMerges() || deciding.spec().target().verify().isEmpty();
    for (Session session : deciding.run().sessions()) {
      if (!(session.state() instanceof SessionState.InReview(String tip, ReviewStep.Open _))
          || !PullRequestRules.isReady(deciding, session, tip)
          || FeedbackDelivery.isOpen(deciding, session.id())
          || ReviewRules.holds(deciding, session.id(), tip)) {
        continue;
      }
      boolean isPast = MilestoneRules.isPast(deciding, session, tip);
      if (!isReviewed && !isPast && !session.drift().isUndecided()) {
        deciding.emit(new Fact.ReviewPassed(session.id(), "no reviewer is configured"));
      } else if (!deciding.hasGate(session.id(), GateKind.MERGE)) {
        deciding.openGate(
            GateKind.MERGE,
            List.of(session.id()),
            MergeText.title(session),
            MergeText.shown(session, tip, isPast));
      }
    }
  }

  /** One merge at a time, each on top of the one before. */
  private static void merge(Deciding deciding) {
    boolean isMerging =
        deciding.run().sessions().stream()
            .anyMatch(session ->
                session.state() instanceof SessionState.MergeReady(String _, MergeStep step)
                    && isMoving(step));
    if (isMerging) {
      return;
    }
    for (Session session : deciding.run().sessions()) {
      if (session.state() instanceof SessionState.MergeReady(String _, MergeStep.Waiting _)
          && isNext(deciding, session)
          && MergeRules.obstacle(deciding, session).isEmpty()) {
        deciding.emit(new Fact.MergeBegun(session.id()));
        return;
      }
    }
  }

  private static boolean isMoving(MergeStep step) {
    return switch (step) {
      case MergeStep.Computing _, MergeStep.Verifying _, MergeStep.Landing _ -> true;
      case MergeStep.Waiting _, MergeStep.Blocked _ -> false;
    };
  }

  private static boolean isNext(Deciding deciding, Session session) {
    return session.spec().mergesAfter().stream()
        .map(deciding::session)
        .allMatch(other -> other.isOver() || other.state() instanceof SessionState.Planned);
  }

  private static void close(Deciding deciding) {
    RunDraft run = deciding.run();
    boolean isDone =
        run.gates().isEmpty()
            && run.sessions().stream().allMatch(Advance::isLeft)
            && run.sessions().stream()
                .allMatch(session -> IssueShown.missing(deciding.spec(), session).isEmpty())
            && run.feedback().stream().allMatch(Advance::isDealtWith)
            && run.reviews().stream().allMatch(Review::isOver)
            && run.registry().written() >= run.registry().due();
    if (isDone && isEnded(deciding)) {
      deciding.emit(new Fact.RunClosed());
    }
  }

  private static boolean isDealtWith(Feedback feedback) {
    return feedback.isSettled() && !feedback.reply().isPending();
  }

  private static boolean isEnded(Deciding deciding) {
    return deciding.run().course().isCancelled()
        || deciding.run().course().batch() == deciding.spec().batches().size();
  }

  private static boolean isLeft(Session session) {
    if (!session.isOver()) {
      return false;
    }
    boolean isKept = session.state() instanceof SessionState.Failed;
    boolean isClean = !session.mayHaveWorkspace() || session.known().cleaned().isPresent();
    return (isKept || isClean) && session.known().fencing().isEmpty();
  }
}
