package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/** What a fact changes. A fact that does not fit the state is a fault that stops everything. */
final class FactApplier {
  private FactApplier() {}

  static void apply(RunDraft draft, Recorded recorded) {
    draft.advanceTo(recorded.sequence());
    boolean isShown = false;
    switch (recorded.fact()) {
      case Fact.RunOpened opened -> draft.open(opened.spec());
      case Fact.TableRevised revised ->
          draft.revise(revised.spec(), Revision.of(draft, recorded, revised));
      case Fact.SessionAdded added -> draft.add(added.spec());
      case Fact.GateOpened opened -> open(draft, recorded, opened.gate());
      case Fact.GateDecided decided -> decide(draft, recorded, decided);
      case Fact.GateWithdrawn withdrawn -> withdraw(draft, recorded, withdrawn);
      case Fact.BatchDispatched batch -> draft.course(draft.course().inBatch(batch.number()));
      case Fact.RunCancelled(String who, String why) ->
          draft.course(draft.course().cancelled(GateRules.reason("by " + who, why)));
      case Fact.RunClosed _ -> draft.course(draft.course().closed());
      case Fact.SpendCapReached _ -> {
        // The gate that follows carries what matters; the fact keeps the amount for people.
      }
      case Fact.RegistryWritten written ->
          draft.registry(
              new RunState.Registry(draft.registry().due(), written.upTo(), written.refusal()));
      case Fact.OfFeedback fact -> {
        FeedbackFacts.apply(draft, recorded, fact);
        isShown = ReviewFacts.told(draft, fact);
      }
      case Fact.OfReview fact -> ReviewFacts.apply(draft, recorded, fact);
      case Fact.OfSession fact -> {
        Session before = draft.session(fact.session());
        Session after = SessionFacts.apply(before, recorded, fact);
        draft.put(after);
        isShown = !after.trace().issue().outline().equals(before.trace().issue().outline());
        if (fact instanceof Fact.SessionResumed) {
          waitOrWork(draft, recorded, fact.session());
        }
      }
    }
    if (isShown || showsInRegistry(recorded.fact())) {
      RunState.Registry registry = draft.registry();
      draft.registry(
          new RunState.Registry(recorded.sequence(), registry.written(), registry.refusal()));
    }
  }

  private static void open(RunDraft draft, Recorded recorded, Gate gate) {
    draft.openGate(gate);
    if (!gate.isAskedByAgent()) {
      return;
    }
    for (SessionId id : gate.sessions()) {
      Session session = draft.session(id);
      switch (session.state()) {
        case SessionState.Starting starting ->
            draft.put(
                session.in(
                    new SessionState.AwaitingDecision(starting.attempt()), recorded.sequence()));
        case SessionState.Working working ->
            draft.put(
                session.in(
                    new SessionState.AwaitingDecision(working.attempt()), recorded.sequence()));
        case SessionState.AwaitingDecision _, SessionState.Halted _ -> {
          // It waits already.
        }
        case SessionState.Planned _,
            SessionState.Claimed _,
            SessionState.Preparing _,
            SessionState.BackingOff _,
            SessionState.HandingOver _,
            SessionState.TakenOver _,
            SessionState.Stopping _,
            SessionState.Exiting _,
            SessionState.InReview _,
            SessionState.MergeReady _,
            SessionState.Merged _,
            SessionState.Failed _,
            SessionState.Abandoned _ ->
            throw new IllegalStateException(
                "expected a working agent to ask, found " + session.state());
      }
    }
  }

  private static void decide(RunDraft draft, Recorded recorded, Fact.GateDecided decided) {
    Gate gate =
        draft
            .gate(decided.number())
            .orElseThrow(
                () -> new IllegalStateException("expected an open gate " + decided.number()));
    draft.closeGate(decided.number());
    draft.settle(
        decided.number(),
        new Settled(gate.kind(), decided.hash(), decided.decision(), decided.who(), recorded.at()));
    if (gate.kind() == GateKind.SPEND && decided.decision() instanceof GateDecision.Approved) {
      draft.course(draft.course().capRaised());
    }
    goOn(draft, recorded, gate);
  }

  private static void withdraw(RunDraft draft, Recorded recorded, Fact.GateWithdrawn withdrawn) {
    Optional<Gate> gate = draft.gate(withdrawn.number());
    if (gate.isEmpty()) {
      throw new IllegalStateException("expected an open gate " + withdrawn.number());
    }
    draft.closeGate(withdrawn.number());
    if (gate.get().kind() == GateKind.ESTIMATE) {
      // Nobody agreed to it, so the next attempt's estimate is asked about again.
      gate.get()
          .sessions()
          .forEach(id -> draft.put(SessionFacts.forgetEstimate(draft.session(id))));
    }
    goOn(draft, recorded, gate.get());
  }

  /** Lets those go on that waited for this gate and for no other. */
  private static void goOn(RunDraft draft, Recorded recorded, Gate gate) {
    for (SessionId id : gate.sessions()) {
      Session session = draft.session(id);
      if (session.state() instanceof SessionState.AwaitingDecision(Attempt attempt)
          && !isAsked(draft, id)) {
        draft.put(
            session.in(
                SessionFacts.running(attempt.quietFrom(recorded.at())), recorded.sequence()));
      }
    }
  }

  /** Questions may have been asked or answered while it was halted. */
  private static void waitOrWork(RunDraft draft, Recorded recorded, SessionId id) {
    Session session = draft.session(id);
    boolean isAsked = isAsked(draft, id);
    switch (session.state()) {
      case SessionState.AwaitingDecision(Attempt attempt) when !isAsked ->
          draft.put(
              session.in(
                  SessionFacts.running(attempt.quietFrom(recorded.at())), recorded.sequence()));
      case SessionState.Working(Attempt attempt) when isAsked ->
          draft.put(session.in(new SessionState.AwaitingDecision(attempt), recorded.sequence()));
      case SessionState.Starting(Attempt attempt, SessionState.Retry _) when isAsked ->
          draft.put(session.in(new SessionState.AwaitingDecision(attempt), recorded.sequence()));
      case SessionState _ -> {
        // It stands where it stood.
      }
    }
  }

  /** Whether the session's agent has an open question. */
  static boolean isAsked(RunDraft draft, SessionId id) {
    return draft.gates().stream()
        .anyMatch(gate -> gate.isAskedByAgent() && gate.sessions().contains(id));
  }

  private static boolean showsInRegistry(Fact fact) {
    return switch (fact) {
      case Fact.OfReview it -> showsInRecord(it);
      // A conflict is flagged at once: nothing else may happen before a person decides.
      case Fact.GateOpened(Gate gate) -> isConflict(gate.kind());
      case Fact.RunOpened _,
          Fact.TableRevised _,
          Fact.SessionAdded _,
          Fact.AgentIdentified _,
          Fact.StartConfirmed _,
          Fact.ExitVerified _,
          Fact.TakenIn _,
          Fact.OverlapFound _,
          Fact.PullRequestOpened _,
          Fact.Merged _,
          Fact.SessionHalted _,
          Fact.SessionResumed _,
          Fact.SessionReopened _,
          Fact.SessionFailed _,
          Fact.SessionAbandoned _,
          Fact.RetryScheduled _ ->
          true;
      case Fact.GateDecided _,
          Fact.GateWithdrawn _,
          Fact.BatchDispatched _,
          Fact.RunCancelled _,
          Fact.RunClosed _,
          Fact.RegistryWritten _,
          Fact.SpendCapReached _,
          Fact.SessionAdmitted _,
          Fact.ClaimTaken _,
          Fact.ClaimReleased _,
          Fact.WorkspaceReady _,
          Fact.StepFailed _,
          Fact.StepRetried _,
          Fact.AttemptBegun _,
          Fact.AgentStarted _,
          Fact.OfTelling _,
          Fact.MessageQueued _,
          Fact.TaskCompleted _,
          Fact.TaskContinued _,
          Fact.ContextWarned _,
          Fact.HandOffBegun _,
          Fact.DriftSeen _,
          Fact.StopRequested _,
          Fact.OfTakeover _,
          Fact.AgentExited _,
          Fact.AttemptFailed _,
          Fact.ExitCheckBegun _,
          Fact.ExitAsked _,
          Fact.TakeInBegun _,
          Fact.OfMerge _,
          Fact.OfMilestone _,
          Fact.OfClaim _,
          Fact.OfTrace _,
          Fact.OfFeedback _,
          Fact.WorkspaceCleaned _ ->
          false;
    };
  }

  private static boolean isConflict(GateKind kind) {
    return kind == GateKind.CONFLICT || kind == GateKind.SEMANTIC;
  }

  private static boolean showsInRecord(Fact.OfReview fact) {
    return switch (fact) {
      case ReviewFact.ReviewRecorded _,
          ReviewFact.MilestoneReviewed _,
          ReviewFact.RecordExtended _,
          ReviewFact.RecordChanged _,
          ReviewFact.FindingsHandedBack _,
          ReviewFact.SynthesisGiven _,
          ReviewFact.SynthesisMissing _,
          ReviewFact.GateTwoPassed _ ->
          true;
      case Fact.OfReview _ -> false;
    };
  }
}
