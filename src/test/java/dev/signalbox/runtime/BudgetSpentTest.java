package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Hold;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionState;
import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.journal.tracker.ClaimNotes;
import dev.signalbox.journal.tracker.TrackerClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Requests;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.Pace;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.TrackerContractTest;
import dev.signalbox.tracker.linear.LinearRules;
import dev.signalbox.tracker.linear.LinearTracker;
import dev.signalbox.tracker.linear.LinearWorld;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.Workspaces;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session whose requests are used up for this hour goes on in the next: nothing fails by it. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class BudgetSpentTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private volatile Instant now = NOON;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final BlockingQueue<Input> told = new LinkedBlockingQueue<>();
  private volatile RunState state = RunState.before(0);

  /** Enough to claim an issue, and no more. */
  private final RequestBudget budget = new RequestBudget(100, 3);

  private LinearWorld world;
  private JsonService service;
  private Tracker tracker;
  private Hands hands;

  @BeforeEach
  void open() {
    world = LinearWorld.open();
    IssueId issue =
        TrackerContractTest.done(
            world
                .client()
                .create(new NoteKey("i"), new NewIssue("Cards", "", Optional.empty(), List.of())));
    assertThat(issue).isEqualTo(spec().sessions().getFirst().issue());
    service =
        new JsonService(
            new JsonService.Account(
                new ServiceAddress(world.address()), () -> LinearWorld.KEY, List.of()),
            new LinearRules(),
            budget,
            new Pace(clock, _ -> {}, new Random(7)));
    tracker = new LinearTracker(service, "shop", "SHOP");
    Claims claims =
        new TrackerClaims(
            new MemoryClaims(),
            new ClaimNotes(tracker, Set.of(), Limits.CLAIM_MARGIN),
            "host/a",
            clock);
    hands = new Hands(ports(claims), clock, () -> state, told::add);
    state = Engine.decide(state, now, new Input.OpenRun(spec(), "ann", true)).state();
  }

  @AfterEach
  void close() {
    if (world != null) {
      hands.close();
      service.close();
      world.close();
    }
  }

  private Ports ports(Claims claims) {
    return new Ports(
        unused(AgentRunner.class),
        unused(Workspaces.class),
        unused(Merges.class),
        claims,
        unused(ApprovedCommands.class),
        unused(RegistryWriter.class),
        Ports.Services.tracked(Optional.of(tracker), _ -> Requests.NONE));
  }

  private static <T> T unused(Class<T> port) {
    Object made =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new AssertionError("expected nobody to need " + method);
            });
    return port.cast(made);
  }

  private static RunSpec spec() {
    RunSpec sketch = RunSketch.spec("table");
    return new RunSpec(
        sketch.run(),
        new RunSpec.Source(
            "plans/checkout.md", "0".repeat(64), Optional.empty(), Optional.of("linear:shop")),
        sketch.target(),
        sketch.bounds(),
        sketch.table(),
        new RunSpec.Lineup(
            List.of(sketch.sessions().getFirst()),
            List.of(List.of(RunSketch.A)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static SessionKey key() {
    return new SessionKey(spec().run(), RunSketch.A);
  }

  private Requests sent() {
    return budget.sent(key().toString());
  }

  /** One request of the session for something else. */
  private Outcome<?> look(Urgency urgency) {
    return OnBehalf.of(key(), urgency)
        .call(() -> tracker.comments(spec().sessions().getFirst().issue()));
  }

  private Effect acquiring() {
    return Engine.outstanding(state).stream()
        .filter(Effect.AcquireClaim.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static void until(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      assertThat(Thread.currentThread().isInterrupted()).as("the time is over").isFalse();
      LockSupport.parkNanos(2_000_000);
    }
  }

  private Input next() throws InterruptedException {
    Input input = told.poll(30, TimeUnit.SECONDS);
    assertThat(input).isNotNull();
    return input == null ? new Input.Tick(Map.of()) : input;
  }

  /** One round of prolonging at a time: the last may not quite be over. */
  private Input renewed() throws InterruptedException {
    until(() -> {
      hands.renewClaims();
      return !told.isEmpty();
    });
    Input seen = next();
    told.clear();
    return seen;
  }

  private void give(Input input) {
    state = Engine.decide(state, now, input).state();
  }

  @Test
  void theStepWaitsForTheNextHourAndIsDoneThen() throws Exception {
    assertThat(look(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    Effect acquiring = acquiring();
    hands.take(List.of(acquiring));
    until(() -> !hands.delayed().isEmpty());
    assertThat(hands.delayed()).containsEntry(acquiring, NOON.plus(Duration.ofHours(1)));
    assertThat(told).isEmpty();
    assertThat(sent().counted()).isEqualTo(3);
    hands.takeDelayed();
    now = NOON.plus(Duration.ofMinutes(59));
    hands.takeDelayed();
    assertThat(hands.delayed()).hasSize(1);
    assertThat(state.find(RunSketch.A).orElseThrow().state())
        .isInstanceOf(SessionState.Claimed.class);

    now = NOON.plus(Duration.ofHours(1));
    hands.takeDelayed();
    Input answer = next();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Input.ClaimAnswered.class, claimed -> assertThat(claimed.fencing()).isPresent());
    assertThat(hands.delayed()).isEmpty();
    give(answer);
    assertThat(state.find(RunSketch.A).orElseThrow().known().fencing()).isPresent();
  }

  @Test
  void whatTheRunNoLongerWantsIsNotDoneLater() {
    assertThat(look(Urgency.STEP)).isInstanceOf(Outcome.Done.class);
    hands.take(List.of(acquiring()));
    until(() -> !hands.delayed().isEmpty());
    long cause = state.find(RunSketch.A).orElseThrow().awaited().orElseThrow();
    give(new Input.ClaimAnswered(cause, RunSketch.A, Optional.of(1L), ""));
    assertThat(Engine.outstanding(state)).noneMatch(Effect.AcquireClaim.class::isInstance);
    now = NOON.plus(Duration.ofHours(1));
    long before = sent().counted();
    hands.takeDelayed();
    assertThat(hands.delayed()).isEmpty();
    hands.close();
    assertThat(sent().counted()).isEqualTo(before);
  }

  @Test
  void aClaimIsProlongedWhenNothingElseIsSentAnyMore() throws Exception {
    hands.take(List.of(acquiring()));
    give(next());
    assertThat(look(Urgency.LOOK)).isInstanceOf(Outcome.Failed.class);
    assertThat(look(Urgency.STEP)).isInstanceOf(Outcome.Failed.class);
    now = NOON.plus(Duration.ofMinutes(25));
    assertThat(renewed())
        .isInstanceOfSatisfying(
            Input.ClaimSeen.class, seen -> assertThat(seen.hold()).isEqualTo(new Hold.Sure()));
    // It reads the notes and writes its own.
    assertThat(sent().counted()).isEqualTo(5);
    // Beyond the first lease it still is the session's, as others read it.
    now = NOON.plus(Duration.ofMinutes(40));
    assertThat(renewed())
        .isInstanceOfSatisfying(
            Input.ClaimSeen.class, seen -> assertThat(seen.hold()).isEqualTo(new Hold.Sure()));
  }
}
