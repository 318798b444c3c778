package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.remote.Requests;
import dev.signalbox.runtime.Controller;
import dev.signalbox.runtime.Snapshot;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real core with no world around it: what the world would answer is fed in by the test. */
public final class EngineController implements Controller {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private RunState state = RunState.before(0);
  private long version = 1;
  private Instant now = START;
  private final Map<SessionId, Snapshot.Live> live = new HashMap<>();
  private final Map<Long, Instant> opened = new HashMap<>();
  private final Map<SessionId, Requests> requests = new HashMap<>();
  private final List<Recorded> facts = new ArrayList<>();

  /** A run whose table waits for a person. */
  public static EngineController waiting(String table) {
    EngineController controller = new EngineController();
    controller.submit(new Input.OpenRun(RunSketch.spec(table), "anna", false));
    return controller;
  }

  /** A run of which both sessions of the first batch work. */
  public static EngineController working() {
    EngineController controller = new EngineController();
    controller.submit(new Input.OpenRun(RunSketch.spec("the table"), "anna", true));
    controller.start(RunSketch.A);
    controller.start(RunSketch.B);
    return controller;
  }

  /** The same, and each step of a start takes so many seconds. */
  public static EngineController slow(long seconds) {
    EngineController controller = new EngineController();
    controller.submit(new Input.OpenRun(RunSketch.spec("the table"), "anna", true));
    controller.start(RunSketch.A, seconds);
    controller.start(RunSketch.B, seconds);
    return controller;
  }

  private void start(SessionId id) {
    start(id, 0);
  }

  private void start(SessionId id, long seconds) {
    pass(seconds);
    submit(new Input.ClaimAnswered(cause(id), id, Optional.of(7L), ""));
    pass(seconds);
    submit(new Input.WorkspaceMade(cause(id), id, "b".repeat(40)));
    pass(seconds);
    submit(new Input.AgentStarted(cause(id), id));
    hear(id, new AgentSignal.StartConfirmed());
  }

  private long cause(SessionId id) {
    return state.find(id).orElseThrow().awaited().orElseThrow();
  }

  /** The agent of the first attempt says something. */
  public synchronized void hear(SessionId id, AgentSignal signal) {
    submit(new Input.Heard(id, 1, signal));
  }

  /** The agent's process ends, and the session's claim is given back. */
  public synchronized void exit(SessionId id) {
    submit(new Input.Exited(id, 1, new AgentExit.Ended(143, "")));
    submit(new Input.WorkspaceCleaned(cause(id), id, Optional.empty()));
    submit(new Input.ClaimGone(cause(id), id));
  }

  /** The plan file shows everything. */
  public synchronized void writeRegistry() {
    submit(new Input.RegistryAnswered(state.registry().due(), Optional.empty()));
  }

  /** The agent shows a plan. */
  public Gate showPlan(SessionId id, String plan) {
    hear(id, new AgentSignal.Asked(new Question.PlanApproval("q-" + id, plan)));
    return gate(GateKind.PLAN);
  }

  /** The one open gate of that kind. */
  public synchronized Gate gate(GateKind kind) {
    return state.gates().values().stream()
        .filter(gate -> gate.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Everything that happened. */
  public synchronized List<Recorded> facts() {
    return List.copyOf(facts);
  }

  /** How that gate was decided. */
  public synchronized Settled settled(Gate gate) {
    return Optional.ofNullable(state.settled().get(gate.number())).orElseThrow();
  }

  /** What the transcript shows. */
  public synchronized void pulse(SessionId id, long microUsd, String activity) {
    live.put(
        id,
        new Snapshot.Live(
            new Pulse(1, microUsd, Tokens.NONE, 30_000, 200_000, Optional.of(activity)),
            START,
            now,
            microUsd));
    change();
  }

  /** What was sent to services for it. */
  public synchronized void sent(SessionId id, Requests sent) {
    requests.put(id, sent);
    change();
  }

  public synchronized void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  @Override
  public synchronized Snapshot look() {
    return new Snapshot(version, now, state, live, opened, requests);
  }

  @Override
  public synchronized Answer submit(Input input) {
    Decision decision = Engine.decide(state, now, input);
    state = decision.state();
    facts.addAll(decision.facts());
    for (var recorded : decision.facts()) {
      if (recorded.fact() instanceof Fact.GateOpened(Gate gate)) {
        opened.put(gate.number(), recorded.at());
      }
    }
    if (!decision.facts().isEmpty()) {
      change();
    }
    return decision.answer();
  }

  private synchronized void change() {
    version++;
    notifyAll();
  }

  @Override
  public synchronized Snapshot await(long since, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      for (long left = millis; version <= since && left > 0; ) {
        TimeUnit.MILLISECONDS.timedWait(this, left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return look();
  }
}
