package dev.signalbox.view;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateId;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sessions of a run wait for. What is the same for all of them is found once: a run may
 * have a thousand sessions, and a gate a long text that its name is the hash of. For one thread.
 */
public final class Waits {
  private final RunState run;
  private final Map<Long, GateId> names;
  private final Map<SessionId, Integer> batches;

  private Waits(RunState run, Map<Long, GateId> names, Map<SessionId, Integer> batches) {
    this.run = run;
    this.names = names;
    this.batches = batches;
  }

  /** In that run. */
  public static Waits in(RunState run) {
    return new Waits(run, new HashMap<>(), batches(run));
  }

  /** In the same run at another moment. */
  public Waits at(RunState moment) {
    boolean isKnown = run.spec().equals(moment.spec());
    return new Waits(moment, names, isKnown ? batches : batches(moment));
  }

  /** From 1; without the sessions that are in no batch. */
  private static Map<SessionId, Integer> batches(RunState run) {
    Map<SessionId, Integer> batches = new HashMap<>();
    List<List<SessionId>> all = run.spec().isPresent() ? run.spec().get().batches() : List.of();
    for (int i = 0; i < all.size(); i++) {
      int batch = i + 1;
      all.get(i).forEach(id -> batches.putIfAbsent(id, batch));
    }
    return batches;
  }

  private WaitedFor.Person person(Gate gate) {
    return new WaitedFor.Person(names.computeIfAbsent(gate.number(), _ -> gate.id()));
  }

  /** Everything that it waits for, people first; empty while it moves by itself. */
  public List<WaitedFor> of(Session session) {
    List<WaitedFor> waits = new ArrayList<>();
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().contains(session.id())) {
        waits.add(person(gate));
      }
    }
    switch (session.state()) {
      case SessionState.Planned _ -> planned(session, waits);
      case SessionState.BackingOff backingOff ->
          waits.add(new WaitedFor.Retry(backingOff.notBefore()));
      case SessionState.Claimed claimed -> retry(claimed.retry(), waits);
      case SessionState.Preparing preparing -> retry(preparing.retry(), waits);
      case SessionState.Starting starting -> retry(starting.retry(), waits);
      case SessionState.InReview(String _, SessionState.ReviewStep step) ->
          review(session, step, waits);
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          merge(session, step, waits);
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
  List<String> words(Session session) {
    return of(session).stream().map(WaitedFor::words).toList();
  }

  private void planned(Session session, List<WaitedFor> waits) {
    for (Gate gate : run.gates().values()) {
      if (gate.sessions().isEmpty()) {
        waits.add(person(gate));
      }
    }
    int batch = batches.getOrDefault(session.id(), 0);
    if (batch > Math.max(1, run.course().batch())) {
      waits.add(new WaitedFor.Batch(batch));
    }
    for (SessionId need : session.spec().needs()) {
      if (isGoing(need)) {
        waits.add(new WaitedFor.Work(need));
      }
    }
    if (waits.isEmpty()) {
      waits.add(new WaitedFor.Place());
    }
  }

  private boolean isGoing(SessionId id) {
    Optional<Session> other = run.find(id);
    return other.isPresent() && !other.get().isOver();
  }

  private void review(Session session, SessionState.ReviewStep step, List<WaitedFor> waits) {
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

  private void merge(Session session, SessionState.MergeStep step, List<WaitedFor> waits) {
    switch (step) {
      case SessionState.MergeStep.Waiting _ -> {
        for (SessionId earlier : session.spec().mergesAfter()) {
          if (isGoing(earlier)) {
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
