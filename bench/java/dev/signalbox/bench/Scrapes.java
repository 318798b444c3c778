package dev.signalbox.bench;

import dev.signalbox.control.LocalControl;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.metric.RunMetrics;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.runtime.FactStore;
import dev.signalbox.runtime.Snapshot;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What figures cost: one scrape of a run, and one fact on its way to the journal. */
final class Scrapes {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final int ROUNDS = 300;
  private static final int FACTS = 1_000_000;

  private Scrapes() {}

  static void measure(int sessions) {
    Decision opened =
        Engine.decide(RunState.before(0), AT, new Input.OpenRun(spec(sessions), "bench", true));
    RunMetrics metrics = new RunMetrics();
    FactStore store = metrics.over((_, _, _) -> {}, opened.facts());
    Snapshot snapshot = new Snapshot(1, AT, opened.state(), Map.of(), Map.of(), Map.of());
    long[] nanos = new long[ROUNDS];
    int chars = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      chars =
          metrics
              .scrape(new RunMetrics.Look(LocalControl.view(snapshot), 0, Optional.empty()))
              .length();
      nanos[i] = System.nanoTime() - start;
    }
    long first = nanos[0];
    Arrays.sort(nanos);
    System.out.printf(
        "scrape of %d sessions: first %.1f ms, median of %d %.2f ms, %d characters%n",
        sessions, first / 1e6, ROUNDS, nanos[ROUNDS / 2] / 1e6, chars);
    facts(store);
  }

  private static void facts(FactStore store) {
    SessionId session = new SessionId(SessionName.of(1));
    List<Recorded> one = List.of(new Recorded(1, AT, new Fact.AgentStarted(session, 1)));
    long start = System.nanoTime();
    for (int i = 0; i < FACTS; i++) {
      store.append(one, List.of(), false);
    }
    System.out.printf("a fact: %d ns%n", (System.nanoTime() - start) / FACTS);
  }

  private static RunSpec spec(int count) {
    List<SessionSpec> sessions = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      sessions.add(session(i));
    }
    return new RunSpec(
        new RunId("bench-1"),
        new RunSpec.Source("plan.md", "0".repeat(64), Optional.empty(), Optional.empty()),
        new RunSpec.Target(
            "repo",
            "main",
            Optional.of("true"),
            Optional.empty(),
            false,
            List.of(),
            MergeMode.LOCAL),
        Bounds.of(count, Optional.empty()),
        "the table",
        new RunSpec.Lineup(
            sessions,
            List.of(sessions.stream().map(SessionSpec::id).toList()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static SessionSpec session(int number) {
    return new SessionSpec(
        new SessionId(SessionName.of(number)),
        new PhaseId("P" + number),
        new IssueId("SHOP-" + number),
        new SessionSpec.Work(
            Purpose.IMPLEMENT,
            "Phase " + number,
            ExecMode.QUICK,
            Deliverable.CODE,
            Optional.empty(),
            new SessionScope(ScopePolicy.RECORD, List.of("src/**"), List.of(), List.of())),
        new SessionSpec.Handling(
            new AgentId("claude"),
            LaunchMode.PLAN,
            "SHOP " + number,
            "signalbox/" + number,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        "Do it");
  }
}
