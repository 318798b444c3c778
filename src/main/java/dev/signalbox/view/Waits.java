package dev.signalbox.view;

import dev.signalbox.approval.Gate;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session waits for. */
public final class Waits {
  private Waits() {}

  /** Everything that it waits for, people first; empty while it moves by itself. */
  public static List<WaitedFor> of(Session session, RunState run) {
    List<WaitedFor> waits = new ArrayList<>();
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().contains(session.id())) {
        waits.add(new WaitedFor.Person(gate.id()));
      }
    }
    switch (session.state()) {
      case SessionState.Planned _ -> planned(session, run, waits);
      case SessionState.BackingOff backingOff ->
          waits.add(new WaitedFor.Retry(backingOff.notBefore()));
      case SessionState.Claimed claimed -> retry(claimed.retry(), waits);
      case SessionState.Preparing preparing -> retry(preparing.retry(), waits);
      case SessionState.Starting starting -> retry(starting.retry(), waits);
      case SessionState.InReview(String _, SessionState.ReviewStep step) ->
          review(session, run, step, waits);
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          merge(session, run, step, waits);
      case SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Stopping _,
          SessionState.Exiting _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // A gate says what it waits for, or nothing is waited for.
      }
    }
    return List.copyOf(waits);
  }

  /** The same in words. */
  static List<String> words(Session session, RunState run) {
    return of(session, run).stream().map(WaitedFor::words).toList();
  }

  private static void planned(Session session, RunState run, List<WaitedFor> waits) {
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().isEmpty()) {
        waits.add(new WaitedFor.Person(gate.id()));
      }
    }
    int batch = batchOf(session.id(), run);
    if (batch > Math.max(1, run.course().batch())) {
      waits.add(new WaitedFor.Batch(batch));
    }
    for (SessionId need : session.spec().needs()) {
      if (isGoing(need, run)) {
        waits.add(new WaitedFor.Work(need));
      }
    }
    if (waits.isEmpty()) {
      waits.add(new WaitedFor.Place());
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

  private static void review(
      Session session, RunState run, SessionState.ReviewStep step, List<WaitedFor> waits) {
    run.reviews().values().stream()
        .filter(review -> review.subject().equals(Optional.of(session.id())))
        .filter(review -> review.stage() instanceof Review.Stage.Reviewing)
        .map(Review::round)
        .forEach(round -> reviewers(round, waits));
    switch (step) {
      case SessionState.ReviewStep.Opening opening -> retry(opening.retry(), waits);
      case SessionState.ReviewStep.Open _ -> {
        if (waits.isEmpty() && session.trace().pullRequest().isPresent()) {
          waits.add(new WaitedFor.PullRequest());
        }
      }
      case SessionState.ReviewStep.Blocked _ -> {
        // Its gate says it.
      }
    }
  }

  private static void reviewers(Review.Round round, List<WaitedFor> waits) {
    if (round.seats().stream().anyMatch(seat -> !round.isHeard(seat.reviewer()))) {
      waits.add(new WaitedFor.Reviewers());
    }
    round
        .awaiting()
        .ifPresent(awaiting -> {
          List<String> names =
              awaiting.reviewers().stream().filter(name -> !round.isHeard(name)).toList();
          if (!names.isEmpty()) {
            waits.add(new WaitedFor.Elsewhere(names, awaiting.since()));
          }
        });
  }

  private static void merge(
      Session session, RunState run, SessionState.MergeStep step, List<WaitedFor> waits) {
    switch (step) {
      case SessionState.MergeStep.Waiting _ -> {
        for (SessionId earlier : session.spec().mergesAfter()) {
          if (isGoing(earlier, run)) {
            waits.add(new WaitedFor.Merge(earlier));
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

  private static void retry(SessionState.Retry retry, List<WaitedFor> waits) {
    retry.notBefore().map(WaitedFor.Retry::new).ifPresent(waits::add);
  }
}
