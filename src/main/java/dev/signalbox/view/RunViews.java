package dev.signalbox.view;

import dev.signalbox.approval.Gate;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.plan.Usd;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what surfaces show of what the core knows. */
public final class RunViews {
  private RunViews() {}

  /**
   * The run as it is shown.
   *
   * @param vitals for sessions that ever had a process
   * @param opened when each open gate was opened, by its number
   * @param requests to trackers and forges, for sessions that caused any
   */
  public static RunView of(
      long version,
      Instant at,
      RunState state,
      Map<SessionId, Vitals> vitals,
      Map<Long, Instant> opened,
      Map<SessionId, Requests> requests) {
    Waits waits = Waits.in(state);
    List<SessionView> sessions = new ArrayList<>();
    for (Session session : state.sessions().values()) {
      sessions.add(
          SessionViews.of(
              session,
              waits,
              Optional.ofNullable(vitals.get(session.id())),
              requests.getOrDefault(session.id(), Requests.NONE),
              at));
    }
    List<GateView> inbox = new ArrayList<>();
    for (Gate gate : state.gates().values()) {
      inbox.add(new GateView(gate, Optional.ofNullable(opened.get(gate.number()))));
    }
    return new RunView(version, at, head(state, vitals), sessions, inbox);
  }

  private static RunView.Head head(RunState state, Map<SessionId, Vitals> vitals) {
    RunState.Course course = state.course();
    long spent = vitals.values().stream().mapToLong(Vitals::microUsd).sum();
    long running = state.sessions().values().stream().filter(Session::isOccupying).count();
    if (state.spec().isEmpty()) {
      return new RunView.Head(
          "",
          "",
          new RunView.Course(0, 0, 0, 0, false, false),
          new RunView.Money(0, Usd.ZERO, Optional.empty()),
          Optional.empty());
    }
    RunSpec spec = state.spec().get();
    return new RunView.Head(
        spec.run().value(),
        spec.source().file(),
        new RunView.Course(
            course.batch(),
            spec.batches().size(),
            (int) running,
            spec.bounds().parallelMax(),
            course.isCancelled(),
            course.isClosed()),
        new RunView.Money(
            spent,
            spec.estimate(),
            spec.bounds().spendCap().map(cap -> raised(cap, course.capRaises()))),
        state.registry().refusal());
  }

  /** The cap as it is now: each approval lets the run spend as much again. */
  private static Usd raised(Usd cap, int times) {
    return new Usd(Math.multiplyExact(cap.cents(), 1L + times));
  }
}
