package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.runtime.AlertIssue;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.DeliveryQueue.Queued;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.TakenItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Files what failed in production while no run is open. An alert leaves the queue only after its
 * issue is there; a kill in between files it again, which finds the same issue. Where a session is
 * to write its specification it stays in the queue for the next run, which files it under the same
 * key. Not safe for several threads.
 */
final class AlertFiling {
  private static final int AT_ONCE = 100;

  /** The same for every alert: without a run there are no sessions that it could be about. */
  private static final RoutingRules RULES =
      RoutingRules.plain(Optional.empty(), new AgentCatalogue(List.of()));

  private final Setup setup;

  /** Alerts in the queue, by the number of their delivery. */
  private final Map<Long, FeedbackItem> waiting = new TreeMap<>();

  private long seen;
  private int failures;
  private long rest;

  /**
   * What it works with.
   *
   * @param isAuthored whether a session of the next run is to write specifications
   * @param isRunOpen whether a run takes alerts in at this moment
   * @param line hears what was done, and what stands against it
   */
  record Setup(
      DeliveryQueue queue,
      Reading reading,
      FiledAlerts filed,
      Tracker tracker,
      boolean isAuthored,
      BooleanSupplier isRunOpen,
      Consumer<String> line) {}

  AlertFiling(Setup setup) {
    this.setup = setup;
  }

  /** Files what is new. After a failure that may pass it rests for a growing number of looks. */
  void look() {
    load();
    for (Map.Entry<Long, FeedbackItem> each : List.copyOf(waiting.entrySet())) {
      if (setup.queue().isTaken(each.getValue().id())) {
        over(each.getKey(), each.getValue());
      }
    }
    List<Map.Entry<Long, FeedbackItem>> unfiled =
        waiting.entrySet().stream().filter(each -> isUnfiled(each.getValue())).toList();
    if (rest > 0) {
      rest--;
    } else if (!unfiled.isEmpty() && !setup.isRunOpen().getAsBoolean()) {
      file(unfiled);
    }
  }

  private boolean isUnfiled(FeedbackItem item) {
    return !isKept(item) || setup.filed().of(item.id()).isEmpty();
  }

  /** An issue that is open again has its specification. */
  private boolean isKept(FeedbackItem item) {
    return setup.isAuthored() && !AlertIssue.isBack(item);
  }

  private void load() {
    List<Queued> more;
    do {
      more = setup.queue().waitingAfter(seen, AT_ONCE);
      for (Queued queued : more) {
        seen = queued.number();
        List<FeedbackItem> items = setup.reading().of(queued.delivery()).items();
        if (items.size() == 1 && isReport(items.getFirst())) {
          waiting.put(queued.number(), items.getFirst());
        }
      }
    } while (more.size() == AT_ONCE);
  }

  private static boolean isReport(FeedbackItem item) {
    return FeedbackRouter.route(item, List.of(), RULES) instanceof Destination.Report;
  }

  private void file(List<Map.Entry<Long, FeedbackItem>> unfiled) {
    for (Map.Entry<Long, FeedbackItem> each : unfiled) {
      FeedbackItem item = each.getValue();
      if (setup.queue().isTaken(item.id()) || !isUnfiled(item)) {
        // Another delivery of the same alert came before it.
        continue;
      }
      Outcome<IssueId> filed =
          AlertIssue.file(setup.tracker(), item, Optional.empty(), Optional.empty());
      switch (filed) {
        case Outcome.Done<IssueId>(IssueId issue) -> {
          failures = 0;
          done(each.getKey(), item, issue);
        }
        case Outcome.Failed<IssueId>(Failure failure) -> {
          if (!failed(each.getKey(), item, failure)) {
            return;
          }
        }
      }
    }
  }

  private void done(long number, FeedbackItem item, IssueId issue) {
    String what = (AlertIssue.isBack(item) ? "opened again: " : "filed as ") + issue;
    if (isKept(item)) {
      setup.filed().keep(item.id(), issue);
    } else {
      setup
          .queue()
          .taken(
              new TakenItem(
                  item.id(),
                  number,
                  item.speaker().source() + " " + item.speaker().login(),
                  item.kind(),
                  item.content().title(),
                  what + ", by signalbox serve",
                  item.at()));
      over(number, item);
    }
    say(item, what);
  }

  /** Whether the others are worth a try. */
  private boolean failed(long number, FeedbackItem item, Failure failure) {
    boolean isItsOwn =
        switch (failure.kind()) {
          case ABSENT, REFUSED, UNINTELLIGIBLE -> true;
          case UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, UNREACHABLE, CONFLICTING, BUDGET_SPENT ->
              false;
        };
    if (isItsOwn) {
      waiting.remove(number);
    } else {
      pause();
    }
    say(
        item,
        "%s: %s; %s"
            .formatted(
                failure.kind(),
                failure.reason(),
                isItsOwn ? "it is left to the next run" : "it is tried again"));
    return isItsOwn;
  }

  /** The next looks change nothing: something stands against all of it. */
  void pause() {
    rest = 1L << Math.min(failures, Limits.AGENT_ANSWER_DOUBLINGS_MAX);
    failures++;
  }

  private void over(long number, FeedbackItem item) {
    setup.queue().done(number, "items: 1");
    setup.filed().forget(item.id());
    waiting.remove(number);
  }

  private void say(FeedbackItem item, String what) {
    setup.line().accept("alerts: " + what + ": " + item.content().title());
  }
}
