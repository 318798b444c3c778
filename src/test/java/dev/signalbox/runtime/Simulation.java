package dev.signalbox.runtime;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.Vital;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run of a random plan, with faults between any two steps, until it is over. */
final class Simulation {
  private static final int CALM_STEPS_MAX = 12_000;

  private final Random random;
  private final Planted planted;
  private final RunSpec spec;
  private final SimulatedWorld world;
  private final List<Object> timeline = new ArrayList<>();
  private final SimulatedLaws laws;
  private final SimulatedFeedback feedback;
  private final SimulatedCrossTalk crossTalk;

  // What outlives a crash.
  final List<Recorded> journal = new ArrayList<>();
  private final Map<AttemptKey, Long> cursors = new HashMap<>();
  private final Set<String> readDurably = new HashSet<>();
  private final Map<Long, String> shownHashes = new TreeMap<>();
  private final List<Fact.HandedOver> handedOver = new ArrayList<>();
  private final Set<String> screens = new HashSet<>();

  // What a crash takes.
  private Writer writer;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Input> results = new ArrayList<>();
  private final Map<AttemptKey, Long> read = new HashMap<>();
  private int unflushed;

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Simulation(long seed, Planted planted) {
    this.random = new Random(seed);
    this.planted = planted;
    this.spec = SimulatedPlan.random(random);
    this.world = new SimulatedWorld(random, spec, planted);
    this.laws = new SimulatedLaws(spec, world::changedBy);
    this.crossTalk = new SimulatedCrossTalk(spec);
    this.feedback = new SimulatedFeedback(random, spec);
    this.writer = newWriter();
  }

  /** Faults for a while, then calm until the run is over; throws what it finds. */
  RunState run() {
    int troubled = 50 + random.nextInt(250);
    submit(new Input.OpenRun(spec, "ann", random.nextBoolean()));
    for (int i = 0; i < troubled && !isOver(); i++) {
      step();
    }
    world.calm();
    for (int i = 0; i < CALM_STEPS_MAX && !isOver(); i++) {
      step();
    }
    if (!isOver()) {
      throw new AssertionError("the faults are over and the run does not end: " + stuck());
    }
    replays();
    world.checkEnd(writer.state().sessions());
    world.strays.checkEnd(writer.state().feedback().values());
    world.replies.checkEnd(writer.state());
    SimulatedOutside.check(writer.state());
    return writer.state();
  }

  RunState state() {
    return writer.state();
  }

  /** What happened, one line each; built when somebody asks. */
  List<String> timeline() {
    return timeline.stream().map(Object::toString).toList();
  }

  private String stuck() {
    return writer.state().sessions().values().stream()
            .map(session -> session.id() + " " + session.state())
            .toList()
        + " gates "
        + writer.state().gates().values().stream().map(Gate::title).toList()
        + " feedback "
        + writer.state().feedback().values().stream()
            .filter(each -> !each.isSettled())
            .map(each -> each.number() + " " + each.stage())
            .toList()
        + " registry "
        + writer.state().registry()
        + " effects "
        + effects;
  }

  private boolean isOver() {
    return writer.state().course().isClosed();
  }

  private Writer newWriter() {
    RunState state = journal.isEmpty() ? RunState.before(0) : Engine.replay(List.copyOf(journal));
    return new Writer(state, this::append, effects::addAll);
  }

  private void append(List<Recorded> facts, List<CursorMove> moves, boolean isClosing) {
    boolean isCrash = !world.isCalm && random.nextInt(200) == 0;
    if (isCrash && random.nextBoolean()) {
      throw new Crash();
    }
    journal.addAll(facts);
    facts.forEach(laws::see);
    facts.forEach(crossTalk::see);
    facts.forEach(feedback::see);
    facts.forEach(fact -> world.see(fact, writer.state()));
    if (planted == Planted.SKIPPED_FLUSH) {
      unflushed = random.nextInt(3) == 0 ? 0 : unflushed + facts.size();
    }
    if (planted != Planted.LOST_CURSOR) {
      moves.forEach(move -> cursors.put(move.attempt(), move.offset()));
    }
    for (Recorded recorded : facts) {
      if (recorded.fact() instanceof Fact.GateOpened(Gate gate)) {
        shownHashes.put(gate.number(), gate.hash());
      }
      if (recorded.fact() instanceof Fact.SessionAdded added) {
        world.add(added.spec());
      }
      if (recorded.fact() instanceof Fact.FeedbackSettled settled
          && settled.fate() == Feedback.Fate.FILED) {
        demandDescribed(settled);
      }
      if (recorded.fact() instanceof Fact.IssueMoved moved) {
        world.services.seenTo(moved);
      }
      if (recorded.fact() instanceof Fact.HandedOver handed) {
        handedOver.add(handed);
        screens.add(handed.session() + "#" + handed.beginning().attempt());
      }
    }
    if (isCrash) {
      throw new Crash();
    }
  }

  private void demandDescribed(Fact.FeedbackSettled settled) {
    boolean isBySession = settled.by().startsWith("S-");
    if (isBySession && !settled.numbers().stream().allMatch(world.services::isDescribed)) {
      throw new AssertionError("nobody wrote the specification of " + settled.numbers());
    }
  }

  private void crash(String why) {
    timeline.add("crash: " + why);
    RunState before = writer.state();
    if (planted == Planted.SKIPPED_FLUSH && unflushed > 0) {
      journal.subList(journal.size() - Math.min(unflushed, journal.size()), journal.size()).clear();
      unflushed = 0;
    }
    effects.clear();
    results.clear();
    read.clear();
    read.putAll(cursors);
    writer = newWriter();
    if (why.equals("between steps") && !writer.state().equals(before)) {
      throw new AssertionError("after a crash the replayed state is another");
    }
    if (planted != Planted.NOTHING_REISSUED) {
      writer.resume();
    }
    if (writer.state().spec().isEmpty()) {
      submit(new Input.OpenRun(spec, "ann", true));
    }
  }

  private void replays() {
    if (!Engine.replay(List.copyOf(journal)).equals(writer.state())) {
      throw new AssertionError("the replayed state is not the live state");
    }
  }

  private Answer submit(Input input) {
    return submit(List.of(input), List.of());
  }

  private Answer submit(List<Input> inputs, List<CursorMove> moves) {
    int before = journal.size();
    try {
      Answer answer = writer.accept(world.now, inputs, moves);
      note(inputs, before);
      return answer;
    } catch (Crash crash) {
      note(inputs, before);
      crash("while storing");
      return new Answer.Taken();
    }
  }

  private void note(List<Input> inputs, int before) {
    for (Recorded recorded : journal.subList(Math.min(before, journal.size()), journal.size())) {
      timeline.add(recorded);
    }
    if (inputs.isEmpty()) {
      timeline.add("nothing");
    }
  }

  private void step() {
    boolean isCalm = world.isCalm;
    int dice = random.nextInt(100);
    if (dice < 30) {
      perform();
    } else if (dice < 45) {
      deliver();
    } else if (dice < 47) {
      openScreen();
    } else if (dice < 65) {
      agents(agent -> agent.step(world.now, isCalm));
    } else if (dice < 78) {
      listen();
      world.calls.next(world.agents, isCalm).ifPresent(this::submit);
    } else if (dice == 78 && !isCalm) {
      submit(
          random.nextInt(3) == 0
              ? world.strays.move(world.now, anyIssue())
              : feedback.say(world.now));
    } else if (dice < 80) {
      world.services.look().ifPresent(this::submit);
      world.strays.look(writer.state().feedback().values()).ifPresent(this::submit);
    } else if (dice == 80) {
      renew();
    } else if (dice < 86) {
      tick();
    } else if (dice < 94) {
      decide();
    } else if (!isCalm) {
      trouble(dice);
    }
    check();
  }

  private IssueId anyIssue() {
    return spec.sessions().get(random.nextInt(spec.sessions().size())).issue();
  }

  private void trouble(int dice) {
    switch (dice) {
      case 94 -> crash("between steps");
      case 95 -> {
        if (random.nextInt(4) == 0) {
          timeline.add("the machine restarts");
          agents(SimulatedAgent::kill);
          crash("between steps");
        } else {
          pick(agentsAlive()).ifPresent(SimulatedAgent::kill);
        }
      }
      case 96 -> {
        SessionId id = spec.sessions().get(random.nextInt(spec.sessions().size())).id();
        switch (random.nextInt(8)) {
          case 0 -> world.steal(id);
          case 1, 2 -> world.giveBack(id);
          default -> world.commitOutside();
        }
      }
      case 97 -> person();
      case 98 -> world.now = world.now.plus(Duration.ofMinutes(random.nextInt(30)));
      default -> {
        if (!effects.isEmpty()) {
          // Work that is handed out twice, as after a restart that came too late.
          int index = random.nextInt(effects.size());
          effects.add(index, effects.get(index));
        }
      }
    }
  }

  /** Prolongs the claims of all sessions that hold one. */
  private void renew() {
    for (Session session : writer.state().sessions().values()) {
      session
          .known()
          .fencing()
          .filter(_ -> !world.needsNone(session.id()))
          .ifPresent(number ->
              submit(new Input.ClaimSeen(session.id(), number, world.renew(session.id(), number))));
    }
  }

  private void person() {
    SessionId id = spec.sessions().get(random.nextInt(spec.sessions().size())).id();
    switch (random.nextInt(16)) {
      case 12, 13, 14 -> submit(new Input.TakeOver(id, "ann"));
      case 0 -> submit(new Input.Cancel(id, "ann", ""));
      case 1, 2, 3, 4 -> submit(new Input.Retry(id, "ann"));
      case 6, 7 ->
          pick(SimulatedPerson.shown(writer.state()))
              .ifPresent(it -> submit(new Input.Cancel(it, "ann", "enough")));
      case 5 -> {
        if (random.nextInt(10) == 0) {
          submit(new Input.CancelRun("ann", "enough"));
        }
      }
      default -> submit(new Input.Tell(id, "mind the gap", "ann"));
    }
  }

  private void perform() {
    if (effects.isEmpty()) {
      return;
    }
    // Effects of one session keep their order, as they do in the real hands.
    Effect effect = effects.get(random.nextInt(effects.size()));
    if (effect instanceof Effect.OfSession of) {
      effect =
          effects.stream()
              .filter(each ->
                  each instanceof Effect.OfSession other && other.session().equals(of.session()))
              .findFirst()
              .orElseThrow();
    }
    effects.remove(effect);
    if (planted == Planted.EARLY_RELEASE && effect instanceof Effect.LookAtExit look) {
      world.releaseEarly(look.session());
    }
    world.perform(effect).ifPresent(results::add);
  }

  /** A command that was told so opens the screen; it may have been told long ago. */
  private void openScreen() {
    pick(handedOver)
        .ifPresent(handed -> {
          handedOver.remove(handed);
          world.openScreen(handed.session(), handed.beginning());
        });
  }

  private void deliver() {
    if (!results.isEmpty()) {
      submit(results.removeFirst());
    }
  }

  private void agents(Consumer<SimulatedAgent> what) {
    world.agents.values().forEach(own -> List.copyOf(own.values()).forEach(what));
  }

  private List<SimulatedAgent> agentsAlive() {
    List<SimulatedAgent> alive = new ArrayList<>();
    agents(agent -> {
      if (agent.isAlive()) {
        alive.add(agent);
      }
    });
    return alive;
  }

  private <T> Optional<T> pick(List<T> from) {
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
  }

  /** Reads a part of some output, or sees that a process ended. */
  private void listen() {
    for (var own : world.agents.entrySet()) {
      for (var each : own.getValue().entrySet()) {
        if (each.getKey() > 0) {
          listen(own.getKey(), each.getKey(), each.getValue());
        }
      }
    }
  }

  private void listen(SessionId id, int number, SimulatedAgent agent) {
    AttemptKey key = new AttemptKey(new SessionKey(spec.run(), id), number);
    int from = read.getOrDefault(key, 0L).intValue();
    int to = Math.min(agent.output.size(), from + 1 + random.nextInt(3));
    if (to > from) {
      List<Input> heard = new ArrayList<>();
      for (int i = from; i < to; i++) {
        if (agent.output.get(i) instanceof AgentSignal.Asked(Question question)) {
          laws.asked(id, question);
        }
        heard.add(new Input.Heard(id, number, agent.output.get(i)));
      }
      read.put(key, (long) to);
      int before = journal.size();
      submit(heard, List.of(new CursorMove(key, to)));
      boolean isDurable = cursors.getOrDefault(key, 0L) >= to || journal.size() > before;
      for (int i = from; isDurable && i < to; i++) {
        if (!readDurably.add(key + "#" + i)) {
          throw new AssertionError("output " + i + " of " + key + " is read twice");
        }
      }
    } else if (agent.exit.isPresent() && !agent.isReported) {
      submit(new Input.Exited(id, number, crossTalk.told(id, agent.exit.get(), planted)));
    }
  }

  private void tick() {
    world.now = world.now.plusSeconds(1 + random.nextInt(world.isCalm ? 20 : 60));
    Map<SessionId, Vital> vitals = new TreeMap<>();
    for (var own : world.agents.entrySet()) {
      long cost = own.getValue().values().stream().mapToLong(agent -> agent.microUsd).sum();
      SimulatedAgent last = own.getValue().lastEntry().getValue();
      int percent = world.isCalm ? 10 : random.nextInt(20) == 0 ? 75 : 40;
      vitals.put(own.getKey(), new Vital(last.lastOutput, cost, percent));
    }
    submit(new Input.Tick(vitals));
  }

  private void decide() {
    Optional<Gate> picked = pick(List.copyOf(writer.state().gates().values()));
    if (picked.isEmpty()) {
      return;
    }
    Gate gate = picked.get();
    // Of its own: the rest of the run goes as it would with another table.
    Random own = new Random(gate.number() + world.now.toEpochMilli());
    if (gate.kind() == GateKind.TABLE && own.nextInt(3) > 0) {
      submit(SimulatedTables.revision(gate, writer.state().spec().orElseThrow(), own));
    }
    GateDecision decision = SimulatedPerson.decision(gate, spec, random, world.isCalm);
    boolean isStale = !world.isCalm && random.nextInt(10) == 0;
    String hash = isStale ? "0".repeat(64) : gate.hash();
    String used = isStale && planted == Planted.OTHER_HASH ? gate.hash() : hash;
    submit(new Input.Decide(gate.number(), used, decision, "ann"));
    Optional<Settled> settled = Optional.ofNullable(writer.state().settled().get(gate.number()));
    if (isStale && settled.isPresent()) {
      throw new AssertionError("gate " + gate.number() + " passed by another hash");
    }
    if (settled.isPresent() && random.nextInt(4) == 0) {
      again(gate, decision);
    }
  }

  private void again(Gate gate, GateDecision decision) {
    int before = journal.size();
    Answer same = submit(new Input.Decide(gate.number(), gate.hash(), decision, "bob"));
    boolean isKnown =
        same instanceof Answer.TakenBefore || same instanceof Answer.Refused || isOver();
    if (!isKnown && journal.size() != before) {
      throw new AssertionError("the same decision twice changed something: " + same);
    }
  }

  private void check() {
    RunState state = writer.state();
    world.check(state.sessions());
    // A person may take over more than there are places; agents may not have more.
    long occupied =
        state.sessions().values().stream()
            .filter(Session::isOccupying)
            .filter(session -> !screens.contains(session.id() + "#" + session.tally().attempts()))
            .count();
    if (occupied > spec.bounds().parallelMax()) {
      throw new AssertionError(occupied + " sessions at once, " + spec.bounds().parallelMax());
    }
    for (var settled : state.settled().entrySet()) {
      if (!settled.getValue().hash().equals(shownHashes.get(settled.getKey()))) {
        throw new AssertionError("gate " + settled.getKey() + " passed by another hash");
      }
    }
    if (random.nextInt(150) == 0) {
      replays();
    }
  }
}
