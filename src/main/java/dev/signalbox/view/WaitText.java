package dev.signalbox.view;

import dev.signalbox.approval.Gate;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session waits for, in words. */
final class WaitText {
  private WaitText() {}

  static List<String> of(Session session, RunState run) {
    List<String> waits = new ArrayList<>();
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().contains(session.id())) {
        waits.add("you: " + gate.id());
      }
    }
    switch (session.state()) {
      case SessionState.Planned _ -> planned(session, run, waits);
      case SessionState.BackingOff backingOff -> waits.add(until(backingOff.notBefore()));
      case SessionState.Claimed claimed -> retry(claimed.retry(), waits);
      case SessionState.Preparing preparing -> retry(preparing.retry(), waits);
      case SessionState.Starting starting -> retry(starting.retry(), waits);
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          merge(session, run, step, waits);
      case SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Stopping _,
          SessionState.Exiting _,
          SessionState.InReview _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // A gate says what it waits for, or nothing is waited for.
      }
    }
    return waits;
  }

  private static void planned(Session session, RunState run, List<String> waits) {
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().isEmpty()) {
        waits.add("you: " + gate.id());
      }
    }
    int batch = batchOf(session.id(), run);
    if (batch > Math.max(1, run.course().batch())) {
      waits.add("batch " + batch);
    }
    for (SessionId need : session.spec().needs()) {
      if (isGoing(need, run)) {
        waits.add(need.value());
      }
    }
    if (waits.isEmpty()) {
      waits.add("a free place");
    }
  }

  private static boolean isGoing(SessionId id, RunState run) {
    Optional<Session> other = run.find(id);
    return other.isPresent() && !other.get().isOver();
  }

  /** From 1; 0 for a session that is in no batch. */
  private static int batchOf(SessionId id, RunState run) {
    List<List<SessionId>> batches = run.spec().isPresent() ? run.spec().get().batches() : List.of();
    for (int i = 0; i < batches.size(); i++) {
      if (batches.get(i).contains(id)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static void merge(
      Session session, RunState run, SessionState.MergeStep step, List<String> waits) {
    switch (step) {
      case SessionState.MergeStep.Waiting _ -> {
        for (SessionId earlier : session.spec().mergesAfter()) {
          if (isGoing(earlier, run)) {
            waits.add("the merge of " + earlier);
          }
        }
      }
      case SessionState.MergeStep.Computing computing -> retry(computing.retry(), waits);
      case SessionState.MergeStep.Verifying verifying -> retry(verifying.retry(), waits);
      case SessionState.MergeStep.Landing landing -> retry(landing.retry(), waits);
      case SessionState.MergeStep.Blocked _ -> {
        // Its gate says it.
      }
    }
  }

  private static void retry(SessionState.Retry retry, List<String> waits) {
    retry.notBefore().ifPresent(time -> waits.add(until(time)));
  }

  private static String until(Instant time) {
    return "until " + time.truncatedTo(ChronoUnit.SECONDS);
  }
}
