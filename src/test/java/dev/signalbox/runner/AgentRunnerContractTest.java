package dev.signalbox.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link AgentRunner} keeps to, with an agent that plays scripts. */
public abstract class AgentRunnerContractTest {
  protected final String conversation = UUID.randomUUID().toString();
  private final List<AttemptKey> attempts = new ArrayList<>();

  /** A new runner over the same state, as another process of Signalbox has it. */
  protected abstract AgentRunner runner();

  /** What the agent does from its next start on. */
  protected abstract void script(String... steps);

  /** An order for an attempt of the one session. */
  protected abstract LaunchOrder order(int attempt, LaunchOrder.Conversation conversation);

  @AfterEach
  void stopAll() {
    attempts.forEach(attempt -> runner().stop(attempt, StopManner.FORCED));
  }

  protected final AttemptKey start() {
    return start(order(1, new LaunchOrder.Conversation.Fresh(conversation)));
  }

  protected final AttemptKey start(LaunchOrder order) {
    attempts.add(order.attempt());
    assertThat(runner().start(order)).isInstanceOf(StartOutcome.Started.class);
    return order.attempt();
  }

  protected final Following follow(AttemptKey attempt) {
    return new Following(runner().open(attempt, 0));
  }

  protected final AgentExit exit(AttemptKey attempt) {
    AgentRunner runner = runner();
    Following.await("the end", () -> runner.look(attempt) instanceof Liveness.Over);
    return ((Liveness.Over) runner.look(attempt)).exit();
  }

  @Test
  void tellsHowAnAttemptBegins() {
    script("start", "estimate $1.50", "complete");
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    assertThat(runner().look(order.attempt())).isEqualTo(new Liveness.NotStarted());
    AttemptKey attempt = start(order);
    assertThat(runner().look(attempt)).isInstanceOf(Liveness.Running.class);
    Following following = follow(attempt);
    assertThat(following.next(AgentSignal.Identified.class))
        .isEqualTo(new AgentSignal.Identified(conversation, order.name()));
    following.next(AgentSignal.StartConfirmed.class);
    assertThat(following.next(AgentSignal.EstimateStated.class).estimate()).isEqualTo(new Usd(150));
    following.next(AgentSignal.TaskCompleted.class);
    assertThat(following.next(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    runner().send(attempt, 1, new AgentMessage.EndInput());
    assertThat(exit(attempt)).isEqualTo(new AgentExit.Ended(0, ""));
  }

  @Test
  void startsOnceHoweverManyStartIt() throws Exception {
    script("start");
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<StartOutcome>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            threads.submit(() -> {
              gate.await();
              return runner().start(order);
            }));
      }
      gate.countDown();
    }
    AttemptKey attempt = start(order);
    for (Future<StartOutcome> outcome : outcomes) {
      assertThat(outcome.get()).isEqualTo(runner().start(order));
    }
    Following following = follow(attempt);
    following.next(AgentSignal.TurnEnded.class);
    runner().send(attempt, 1, new AgentMessage.EndInput());
    assertThat(exit(attempt)).isInstanceOf(AgentExit.Ended.class);
    assertThat(follow(attempt).rest())
        .filteredOn(AgentSignal.StartConfirmed.class::isInstance)
        .hasSize(1);
    assertThat(runner().start(order)).isInstanceOf(StartOutcome.Started.class);
    assertThat(runner().look(attempt)).isInstanceOf(Liveness.Over.class);
  }

  @Test
  void aPermissionIsAllowedOrDenied() {
    script(
        "ask-permission Bash git push \"x\\y\"",
        "say pushed",
        "ask-permission Bash rm",
        "say removed");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    Question.Permission first = following.question(Question.Permission.class);
    assertThat(first.tool()).isEqualTo("Bash");
    assertThat(first.input()).isEqualTo("git push \"x\\y\"");
    runner().send(attempt, 1, new AgentMessage.Allow(first.id()));
    Question.Permission second = following.question(Question.Permission.class);
    following.activity("pushed");
    runner().send(attempt, 2, new AgentMessage.Deny(second.id(), "keep\nit"));
    following.next(AgentSignal.TurnEnded.class);
    following.activity("Denied: keep");
  }

  @Test
  void aChoiceIsMade() {
    script("choose Which one?|left|right");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    Question.Choice choice = following.question(Question.Choice.class);
    assertThat(choice.items())
        .containsExactly(new Question.Item("Which one?", List.of("left", "right"), false));
    runner().send(attempt, 1, new AgentMessage.Choose(choice.id(), List.of("right")));
    following.activity("Chosen: right");
  }

  @Test
  void aPlanIsRevisedAndApproved() {
    script("plan # Plan\\nfirst");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    Question.PlanApproval plan = following.question(Question.PlanApproval.class);
    assertThat(plan.plan()).isEqualTo("# Plan\nfirst");
    runner().send(attempt, 1, new AgentMessage.Deny(plan.id(), "smaller"));
    Question.PlanApproval revised = following.question(Question.PlanApproval.class);
    assertThat(revised.plan()).contains("smaller");
    assertThat(revised.id()).isNotEqualTo(plan.id());
    runner().send(attempt, 2, new AgentMessage.ApprovePlan(revised.id(), false));
    following.activity("Plan approved");
  }

  @Test
  void aWordInTheMiddleOfATurnIsHeard() {
    script("ask-permission Bash ls", "listen");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    Question.Permission question = following.question(Question.Permission.class);
    runner().send(attempt, 1, new AgentMessage.Say("also the tests"));
    following.activity("Heard: also the tests");
    runner().send(attempt, 2, new AgentMessage.Allow(question.id()));
    following.activity("Allowed: Bash");
  }

  @Test
  void anInterruptEndsTheTurnAndNotTheProcess() {
    script("start", "stall", "say going on");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    following.next(AgentSignal.StartConfirmed.class);
    runner().send(attempt, 1, new AgentMessage.Interrupt());
    assertThat(following.next(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
    assertThat(runner().look(attempt)).isInstanceOf(Liveness.Running.class);
    runner().send(attempt, 2, new AgentMessage.Say("go on"));
    following.activity("going on");
  }

  @Test
  void messagesComeInOrderAndOnceHoweverOftenTheyAreSent() {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      steps.add("listen");
    }
    script(steps.toArray(String[]::new));
    AttemptKey attempt = start();
    for (int i = 0; i < 30; i++) {
      AgentMessage message = new AgentMessage.Say("TASK_COMPLETE\nCONFLICT: " + i);
      runner().send(attempt, 7 * i + 1, message);
      runner().send(attempt, 7 * i + 1, message);
    }
    Following following = follow(attempt);
    following.next(AgentSignal.TurnEnded.class);
    List<AgentSignal> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      expected.add(new AgentSignal.ConflictFlagged(Integer.toString(i)));
    }
    assertThat(follow(attempt).rest())
        .filteredOn(AgentSignal.ConflictFlagged.class::isInstance)
        .isEqualTo(expected);
  }

  @Test
  void aGracefulStopAsksAndTheExitTells() {
    script("start", "stall");
    AttemptKey attempt = start();
    follow(attempt).next(AgentSignal.StartConfirmed.class);
    runner().stop(attempt, StopManner.GRACEFUL);
    assertThat(exit(attempt)).isEqualTo(new AgentExit.Ended(143, ""));
    runner().send(attempt, 1, new AgentMessage.Say("too late"));
    runner().send(attempt, 2, new AgentMessage.EndInput());
  }

  @Test
  void aForcedStopLeavesNothing() {
    script("tool 600", "start", "stall");
    AttemptKey attempt = start();
    follow(attempt).next(AgentSignal.StartConfirmed.class);
    runner().stop(attempt, StopManner.FORCED);
    assertThat(runner().look(attempt)).isEqualTo(new Liveness.Over(new AgentExit.Ended(137, "")));
    runner().stop(attempt, StopManner.FORCED);
  }

  @Test
  void stoppingWhatNeverStartedDoesNothing() {
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    runner().stop(order.attempt(), StopManner.FORCED);
    assertThat(runner().look(order.attempt())).isEqualTo(new Liveness.NotStarted());
  }

  @Test
  void anotherProcessGoesOnWithTheConversation() {
    script("say first", "crash", "say second", "turn-end", "complete");
    AttemptKey first = start();
    assertThat(exit(first)).isEqualTo(new AgentExit.Ended(137, ""));
    AttemptKey second = start(order(2, new LaunchOrder.Conversation.Resumed(conversation)));
    Following following = follow(second);
    assertThat(following.next(AgentSignal.Identified.class).agentSessionId())
        .isEqualTo(conversation);
    following.next(AgentSignal.TurnEnded.class);
    following.activity("second");
    runner().send(second, 1, new AgentMessage.Say("on"));
    following.next(AgentSignal.TaskCompleted.class);
  }

  @Test
  void exitCodesAndTheLastWordsOnStderrAreTold() {
    script("stderr it broke", "exit 3");
    assertThat(exit(start())).isEqualTo(new AgentExit.Ended(3, "it broke\n"));
  }

  @Test
  void junkIsPassedOver() {
    script("junk {\"event\":", "junk \u0001 not json", "junk", "junk {\"event\":\"x\"}", "start");
    follow(start()).next(AgentSignal.StartConfirmed.class);
  }

  @Test
  void aVeryLongLineAndAFloodAreRead() {
    script("big 10000000", "flood 50000", "start");
    Following following = follow(start());
    following.next(AgentSignal.StartConfirmed.class);
    assertThat(following.pulse().bytes()).isGreaterThan(12_000_000L);
  }

  @Test
  void silenceIsNothingButLife() {
    script("start", "stall");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    following.next(AgentSignal.StartConfirmed.class);
    assertThat(following.rest()).isEmpty();
    assertThat(runner().look(attempt)).isInstanceOf(Liveness.Running.class);
  }

  @Test
  void readingGoesOnAfterEveryLineWithoutLossOrRepetition() {
    script("start", "estimate $2", "say CONFLICT: a\\nCONFLICT: b", "cost 7", "complete");
    AttemptKey attempt = start();
    Following whole = follow(attempt);
    whole.next(AgentSignal.TurnEnded.class);
    List<AgentSignal> all = follow(attempt).rest();
    long end = whole.offset();
    for (long cut = 0; cut <= end; cut++) {
      Transcript.Part after = runner().open(attempt, cut).read();
      assertThat(all).endsWith(after.signals().toArray(AgentSignal[]::new));
      assertThat(after.offset()).isEqualTo(end);
      assertThat(after.pulse().microUsd()).isEqualTo(70_000);
    }
    assertThat(runner().open(attempt, end).read().signals()).isEmpty();
    assertThat(all).hasSize(7);
  }
}
