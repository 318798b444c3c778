package dev.signalbox.runtime;

import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A process that behaves like an agent, well or badly, one step at a time. */
final class SimulatedAgent {
  private final SessionSpec spec;
  private final Beginning beginning;
  private final SimulatedWorkspace workspace;
  private final Random random;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final TreeMap<Long, AgentMessage> inbox = new TreeMap<>();
  private long lastFed;
  private Optional<String> openQuestion = Optional.empty();
  private boolean isTurnOver;
  private boolean isAllowed;
  private int questions;

  final List<AgentSignal> output = new ArrayList<>();
  Instant lastOutput;
  Optional<AgentExit> exit = Optional.empty();
  long microUsd;
  boolean isReported;

  SimulatedAgent(
      SessionSpec spec,
      Beginning beginning,
      SimulatedWorkspace workspace,
      Random random,
      boolean isGood,
      Instant at) {
    this.spec = spec;
    this.beginning = beginning;
    this.workspace = workspace;
    this.random = random;
    this.lastOutput = at;
    script(isGood);
  }

  /** A person's screen: it works and says nothing, and ends when the person leaves it. */
  static SimulatedAgent screen(
      SessionSpec spec,
      Beginning beginning,
      SimulatedWorkspace workspace,
      Random random,
      Instant at) {
    SimulatedAgent screen = new SimulatedAgent(spec, beginning, workspace, random, true, at);
    screen.steps.clear();
    screen.steps.add(() -> workspace.work(random.nextBoolean(), random));
    screen.steps.add(() -> screen.exit = Optional.of(new AgentExit.Ended(random.nextInt(3), "")));
    return screen;
  }

  boolean isAlive() {
    return exit.isEmpty();
  }

  /** Publishing a message again changes nothing. */
  void receive(long sequence, AgentMessage message) {
    AgentMessage before = inbox.putIfAbsent(sequence, message);
    if (before != null && !before.equals(message)) {
      throw new AssertionError("two messages under one number " + sequence);
    }
  }

  private boolean isOdd(boolean isGood, int oneIn) {
    return !isGood && random.nextInt(oneIn) == 0;
  }

  private void script(boolean isGood) {
    String conversation = beginning.conversation().orElse("c-" + spec.id() + beginning.attempt());
    say(new AgentSignal.Identified(conversation, spec.handling().name()));
    if (!isOdd(isGood, 12)) {
      say(new AgentSignal.StartConfirmed());
    }
    say(new AgentSignal.EstimateStated(new Usd(isOdd(isGood, 8) ? 5_000 : 300)));
    if (spec.handling().launch() == LaunchMode.PLAN && !beginning.isPlanApproved()) {
      ask(id -> new Question.PlanApproval(id, "the plan of " + SimulatedCrossTalk.mark(spec.id())));
    }
    if (random.nextInt(3) == 0) {
      ask(id -> new Question.Permission(id, "Bash", "{\"command\":\"make\"}", Access.UNKNOWN));
    }
    if (random.nextInt(5) == 0) {
      ask(id ->
          new Question.Choice(id, List.of(new Question.Item("Which?", List.of("a", "b"), false))));
    }
    if (isOdd(isGood, 25)) {
      say(
          new AgentSignal.ConflictFlagged(
              "SIM-0 and SIM-1 disagree with " + SimulatedCrossTalk.mark(spec.id())));
    }
    if (isOdd(isGood, 10)) {
      steps.add(() ->
          exit =
              Optional.of(new AgentExit.Ended(1, "it broke" + SimulatedCrossTalk.mark(spec.id()))));
    }
    if (isOdd(isGood, 10)) {
      steps.add(() -> steps.addFirst(() -> {}));
      steps.add(this::stall);
    }
    if (random.nextInt(3) == 0) {
      change(List.of("src/b", "src/key", "docs/x", "/elsewhere/y").get(random.nextInt(4)));
    }
    work(isGood);
    beginning.note().ifPresent(note -> answerFeedback(note, isGood));
  }

  /** Some is forgotten, and some is said to be addressed although nothing was committed. */
  private void answerFeedback(String text, boolean isGood) {
    for (long number : SimulatedFeedback.numbersIn(text)) {
      if (!isOdd(isGood, 4)) {
        boolean isAddressed = random.nextBoolean();
        steps.addFirst(() ->
            output.add(
                new AgentSignal.FeedbackAnswered(
                    number, isAddressed, isAddressed ? "" : "it is as it has to be")));
      }
    }
  }

  /** By a tool that asks nobody, by one that asks, or by a command that tells nothing. */
  private void change(String path) {
    switch (random.nextInt(3)) {
      case 0 -> {
        say(new AgentSignal.FileChanged(path));
        steps.add(() -> workspace.edit(path));
      }
      case 1 -> {
        say(new AgentSignal.FileChanged(path));
        Access access = new Access(Access.Kind.CHANGES, List.of(path));
        ask(id -> new Question.Permission(id, "Write", path, access));
        steps.add(() -> {
          if (isAllowed) {
            workspace.edit(path);
          }
        });
      }
      default -> steps.add(() -> workspace.edit(path));
    }
  }

  private void stall() {
    steps.addFirst(this::stall);
  }

  private void work(boolean isGood) {
    steps.add(() -> {
      workspace.work(isGood || random.nextInt(6) != 0, random);
      microUsd += isGood ? 1 : random.nextInt(12_000_000);
    });
    if (!isOdd(isGood, 6)) {
      steps.add(() -> workspace.hasSummary = true);
    }
    haveItReviewed(isGood);
    if (!isOdd(isGood, 6)) {
      say(new AgentSignal.TaskCompleted());
    }
    turnEnds(
        isOdd(isGood, 10)
            ? new TurnResult.ServiceFailed("529")
            : isOdd(isGood, 20) ? new TurnResult.Failed("odd") : new TurnResult.Completed());
    if (isOdd(isGood, 15)) {
      // Some agents end by themselves after their turn.
      steps.add(() -> exit = Optional.of(new AgentExit.Ended(0, "")));
    }
  }

  private void haveItReviewed(boolean isGood) {
    for (int i = 0; i < workspace.reviewers; i++) {
      if (!isOdd(isGood, 8)) {
        say(new AgentSignal.SubagentRan());
      }
    }
    if (!isOdd(isGood, 6)) {
      steps.add(() -> workspace.reviewedAt = workspace.commits);
    }
  }

  private void turnEnds(TurnResult result) {
    steps.add(() -> {
      isTurnOver = true;
      output.add(new AgentSignal.TurnEnded(result));
    });
  }

  private void say(AgentSignal signal) {
    steps.add(() -> output.add(signal));
  }

  private interface Asking {
    Question with(String id);
  }

  private void ask(Asking asking) {
    steps.add(() -> {
      questions++;
      String id = spec.id() + "-" + beginning.attempt() + "-" + questions;
      openQuestion = Optional.of(id);
      output.add(new AgentSignal.Asked(asking.with(id)));
    });
  }

  /** One step: a message is taken in, or the script goes on unless an answer is awaited. */
  void step(Instant at, boolean isGood) {
    if (!isAlive()) {
      return;
    }
    int before = output.size();
    if (!takeMessage(isGood) && openQuestion.isEmpty() && !steps.isEmpty()) {
      steps.removeFirst().run();
    }
    if (output.size() > before) {
      lastOutput = at;
    }
  }

  private boolean takeMessage(boolean isGood) {
    var next = inbox.higherEntry(lastFed);
    if (next == null) {
      return false;
    }
    lastFed = next.getKey();
    switch (next.getValue()) {
      case AgentMessage.Say(String text) -> {
        answerFeedback(text, isGood);
        if (isTurnOver) {
          isTurnOver = false;
          steps.clear();
          say(new AgentSignal.StartConfirmed());
          work(isGood);
        }
      }
      case AgentMessage.Allow(String id) -> answered(id, false);
      case AgentMessage.ApprovePlan(String id, boolean _) -> answered(id, false);
      case AgentMessage.Choose(String id, List<String> _) -> answered(id, false);
      case AgentMessage.Deny(String id, String _) -> answered(id, true);
      case AgentMessage.Interrupt _ -> {
        if (!isTurnOver) {
          openQuestion = Optional.empty();
          isTurnOver = true;
          steps.clear();
          output.add(new AgentSignal.TurnEnded(new TurnResult.Interrupted()));
        }
      }
      case AgentMessage.EndInput _ -> exit = Optional.of(new AgentExit.Ended(0, ""));
    }
    return true;
  }

  private void answered(String id, boolean isDenied) {
    if (openQuestion.equals(Optional.of(id))) {
      openQuestion = Optional.empty();
      isAllowed = !isDenied;
      if (isDenied && spec.handling().launch() == LaunchMode.PLAN) {
        Runnable rest = () -> {};
        steps.addFirst(rest);
      }
    }
  }

  void kill() {
    if (isAlive()) {
      exit = Optional.of(new AgentExit.Vanished());
    }
  }

  void stop() {
    if (isAlive()) {
      exit = Optional.of(new AgentExit.Ended(143, ""));
    }
  }
}
