package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from time alone. */
final class TickRules {
  private static final long MICRO_USD_PER_CENT = 10_000;

  private TickRules() {}

  static void tick(Deciding deciding, Map<SessionId, Vital> vitals) {
    for (Session session : deciding.run().sessions()) {
      Optional<Vital> vital = Optional.ofNullable(vitals.get(session.id()));
      retryStep(deciding, session);
      TraceRules.tick(deciding, deciding.session(session.id()));
      ClosingRules.tick(deciding, deciding.session(session.id()));
      FeedbackDelivery.tick(deciding, session.id());
      limits(deciding, deciding.session(session.id()), vital);
      vital.ifPresent(
          seen -> context(deciding, deciding.session(session.id()), seen.contextPercent()));
    }
    spend(deciding, vitals);
    FeedbackRules.tick(deciding);
    StrayRules.tick(deciding);
    ReplyRules.tick(deciding);
  }

  private static void retryStep(Deciding deciding, Session session) {
    Steps.retry(session.state())
        .flatMap(SessionState.Retry::notBefore)
        .filter(when -> !when.isAfter(deciding.at()))
        .ifPresent(_ -> deciding.emit(new Fact.StepRetried(session.id())));
  }

  private static void limits(Deciding deciding, Session session, Optional<Vital> vital) {
    SessionId id = session.id();
    Duration startLimit = session.spec().startLimit(deciding.spec().bounds());
    Duration stallLimit = session.spec().stallLimit(deciding.spec().bounds());
    switch (session.state()) {
      case SessionState.Starting(Attempt attempt, SessionState.Retry _) -> {
        if (attempt.isStarted() && isOver(deciding, attempt.quietSince(), startLimit)) {
          WorkRules.stop(
              deciding,
              id,
              Ending.Then.RETRY_FRESH,
              "expected the words 'Session started' within %s, found none"
                  .formatted(words(startLimit)));
        }
      }
      case SessionState.Working(Attempt attempt) -> {
        Instant last =
            vital
                .map(Vital::lastOutput)
                .filter(output -> output.isAfter(attempt.quietSince()))
                .orElse(attempt.quietSince());
        if (isOver(deciding, last, stallLimit)) {
          WorkRules.stop(
              deciding,
              id,
              Ending.Then.RETRY_RESUMED,
              "stalled: no output for " + words(stallLimit));
        }
      }
      case SessionState.Exiting(
              Attempt attempt,
              SessionState.ExitStep.Ending _,
              boolean isRunning) -> {
        if (isRunning && isOver(deciding, attempt.quietSince(), Limits.ENDING_LIMIT)) {
          WorkRules.stop(deciding, id, Ending.Then.FINISH, "it did not end by itself");
        }
      }
      case SessionState.Exiting _,
          SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Stopping _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Halted _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // A person, another program or another rule's time is waited for.
      }
    }
  }

  private static boolean isOver(Deciding deciding, Instant since, Duration limit) {
    return Duration.between(since, deciding.at()).compareTo(limit) > 0;
  }

  private static String words(Duration limit) {
    return limit.toMinutes() > 0 ? limit.toMinutes() + " minutes" : limit.toSeconds() + " seconds";
  }

  private static void context(Deciding deciding, Session session, int percent) {
    if (!(session.state() instanceof SessionState.Working(Attempt attempt))
        || attempt.isHandingOff()) {
      return;
    }
    SessionId id = session.id();
    if (percent >= Limits.CONTEXT_HAND_OFF_PERCENT) {
      deciding.emit(new Fact.HandOffBegun(id, percent));
      deciding.say(id, new AgentMessage.Say(AgentText.HAND_OFF));
    } else if (percent >= Limits.CONTEXT_WARNING_PERCENT
        && !session.tally().marks().isContextWarned()) {
      deciding.emit(new Fact.ContextWarned(id, percent));
      deciding.say(id, new AgentMessage.Say(AgentText.CONTEXT_WARNING));
    }
  }

  private static void spend(Deciding deciding, Map<SessionId, Vital> vitals) {
    Optional<Usd> cap = deciding.spec().bounds().spendCap();
    if (cap.isEmpty() || deciding.hasGate(GateKind.SPEND)) {
      return;
    }
    long spent = vitals.values().stream().mapToLong(Vital::microUsd).sum();
    long allowed =
        cap.get().cents() * MICRO_USD_PER_CENT * (1L + deciding.run().course().capRaises());
    if (spent < allowed) {
      return;
    }
    deciding.emit(new Fact.SpendCapReached(spent));
    List<SessionId> working = new ArrayList<>();
    for (Session session : deciding.run().sessions()) {
      boolean isWorking =
          session.state() instanceof SessionState.Working
              || session.state() instanceof SessionState.AwaitingDecision
              || (session.state() instanceof SessionState.Starting starting
                  && starting.attempt().isStarted());
      if (isWorking) {
        working.add(session.id());
      }
    }
    Usd total = new Usd(spent / MICRO_USD_PER_CENT);
    WorkRules.halt(
        deciding,
        GateKind.SPEND,
        working,
        "the run has cost " + total,
        "The sessions together cost %s by their agents' own count; the spend cap is %s."
            .formatted(total, new Usd(allowed / MICRO_USD_PER_CENT)));
  }
}
