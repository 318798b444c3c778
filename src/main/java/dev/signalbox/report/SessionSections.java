package dev.signalbox.report;

import dev.signalbox.plan.Usd;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.Amounts;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import dev.signalbox.view.WaitedFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What sessions did, waited for and cost. */
final class SessionSections {
  private static final long MICRO_PER_CENT = 10_000;

  private SessionSections() {}

  static Section sessions(RunView run, Chronicle chronicle) {
    Map<SessionId, Lane> lanes = new HashMap<>();
    chronicle.lanes().forEach(lane -> lanes.put(lane.session(), lane));
    List<List<String>> rows = new ArrayList<>();
    for (SessionView session : run.sessions()) {
      Lane lane = lanes.get(session.id());
      rows.add(
          List.of(
              session.id().value(),
              session.work().title(),
              session.work().issue(),
              session.work().agent(),
              session.standing().text()
                  + session.standing().reason().map(why -> ": " + why).orElse(""),
              lane == null ? "-" : Spent.words(lane.time(Activity::isWork)),
              lane == null ? "-" : beside(lane, chronicle.lanes())));
    }
    return new Section(
        "What ran in parallel",
        "Beside: sessions that were worked on at the same time, and for how long.",
        new Table(
            List.of("Session", "Work", "Issue", "Agent", "Result", "Worked", "Beside"), rows));
  }

  private static String beside(Lane lane, List<Lane> lanes) {
    String names =
        lanes.stream()
            .filter(other -> !other.session().equals(lane.session()))
            .filter(other -> lane.beside(other).compareTo(Duration.ZERO) > 0)
            .map(other -> other.session() + " " + Spent.words(lane.beside(other)))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "-" : names;
  }

  static Section waits(Chronicle chronicle) {
    List<List<String>> rows = new ArrayList<>();
    for (Lane lane : chronicle.lanes()) {
      waits(lane)
          .forEach(
              (cause, time) -> rows.add(List.of(lane.session().value(), cause, Spent.words(time))));
    }
    return new Section(
        "What waited for whom",
        rows.isEmpty()
            ? "Nothing waited."
            : "A time in which several things were missing counts for each of them.",
        new Table(List.of("Session", "Waited for", "Time"), rows));
  }

  /** In the order in which it first waited for each. */
  private static Map<String, Duration> waits(Lane lane) {
    Map<String, Duration> sums = new LinkedHashMap<>();
    for (Stretch stretch : lane.stretches()) {
      if (!stretch.activity().isWork()) {
        stretch.waits().stream()
            .map(SessionSections::cause)
            .distinct()
            .forEach(cause -> sums.merge(cause, stretch.length(), Duration::plus));
      }
    }
    return sums;
  }

  private static String cause(WaitedFor waited) {
    return switch (waited) {
      case WaitedFor.Person _ -> "a person";
      case WaitedFor.Batch(int number) -> "the batches before batch " + number;
      case WaitedFor.Work(SessionId session) -> "the work of " + session;
      case WaitedFor.Merge(SessionId session) -> "the merge of " + session;
      case WaitedFor.Place _ -> "a free place";
      case WaitedFor.Retry _ -> "the next try";
      case WaitedFor.Reviewers _ -> "its reviewers";
      case WaitedFor.Elsewhere(List<String> reviewers, var _) -> String.join(", ", reviewers);
      case WaitedFor.PullRequest _ -> "its pull request";
    };
  }

  static Section cost(RunView run) {
    List<List<String>> rows = new ArrayList<>();
    for (SessionView session : run.sessions()) {
      SessionView.Effort effort = session.effort();
      rows.add(
          row(
              session.id().value(),
              session.work().phase(),
              effort.estimate(),
              effort.microUsd(),
              effort.attempts()));
    }
    RunView.Money money = run.head().money();
    rows.add(row("All", "", Optional.of(money.estimate()), money.microUsd(), attempts(run)));
    return new Section(
        "Cost against the estimate",
        "Cost is what the agents count themselves. The estimate is the session's own, else the"
            + " plan's; the sum is the plan's.",
        new Table(
            List.of("Session", "Phase", "Estimate", "Cost", "Of the estimate", "Processes"), rows));
  }

  private static int attempts(RunView run) {
    return run.sessions().stream().mapToInt(session -> session.effort().attempts()).sum();
  }

  private static List<String> row(
      String session, String phase, Optional<Usd> estimate, long microUsd, int attempts) {
    return List.of(
        session,
        phase,
        estimate.map(Usd::toString).orElse("-"),
        Amounts.usd(microUsd),
        estimate.map(it -> share(microUsd, it)).orElse("-"),
        Integer.toString(attempts));
  }

  private static String share(long microUsd, Usd estimate) {
    long all = Math.multiplyExact(estimate.cents(), MICRO_PER_CENT);
    return all == 0 ? "-" : (microUsd * 100 + all / 2) / all + "%";
  }
}
