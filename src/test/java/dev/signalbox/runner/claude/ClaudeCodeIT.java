package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.Installed;
import dev.signalbox.runner.program.LiveAgent;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real Claude Code says and understands, on plain pipes; a model plays scripts. */
@Timeout(120)
class ClaudeCodeIT extends ClaudeSite {
  private static Path executable = Path.of("");
  private final List<PipedAgent> agents = new ArrayList<>();

  @BeforeAll
  static void install(@TempDir Path folder) throws IOException, InterruptedException {
    executable = Household.reachable(Installed.CLAUDE.executable(), folder);
  }

  @Override
  boolean isWalled() {
    return false;
  }

  private LiveAgent start(LaunchOrder order) throws IOException {
    PipedAgent agent =
        new PipedAgent(
            household, new ClaudeDialect(executable.toString(), SessionTools.NONE), order);
    agents.add(agent);
    return agent;
  }

  @AfterEach
  void endAgents() throws IOException {
    for (PipedAgent agent : agents) {
      agent.close();
    }
  }

  @Test
  void aPlanningAgentAsksBeforeItWritesAndIsHeldBack() throws Exception {
    LiveAgent agent = start(order(1, LaunchMode.PLAN, fresh(), "hasty-plan"));

    agent.send(new AgentMessage.Deny(permission(agent).id(), "Nothing before the plan."));
    agent.send(new AgentMessage.Deny(permission(agent).id(), "Nothing before the plan."));
    assertThat(plan(agent).plan()).isEqualTo("# Plan\n1. Write it again\n");
    assertThat(Files.exists(workspace.resolve("early.txt"))).isFalse();
    agent.send(new AgentMessage.Interrupt());
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
  }

  @Test
  void aQuestionIsAnswered() throws Exception {
    LiveAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "question"));

    Question asked = agent.await(AgentSignal.Asked.class).question();
    assertThat(asked)
        .isEqualTo(
            new Question.Choice(
                asked.id(),
                List.of(
                    new Question.Item("Which database?", List.of("Postgres", "SQLite"), false))));
    // The size of the window is known before the first turn is over, and costs no call.
    assertThat(agent.pulse().contextTokensMax()).isEqualTo(1_000_000);
    assertThat(api.counts()).isZero();
    agent.send(new AgentMessage.Choose(asked.id(), List.of("SQLite")));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(api.calls().getLast().mentions("\\\"Which database?\\\"=\\\"SQLite\\\"")).isTrue();
    assertThat(agent.end()).isZero();
  }

  @Test
  void aServiceThatFailsIsToldApartFromAnAgentThatFails() throws Exception {
    LiveAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "overloaded"));

    assertThat(agent.await(AgentSignal.Retrying.class))
        .isEqualTo(new AgentSignal.Retrying(1, 1, "overloaded 529"));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isInstanceOfSatisfying(
            TurnResult.ServiceFailed.class, failed -> assertThat(failed.reason()).contains("529"));
    assertThat(agent.pulse().microUsd()).isZero();
  }

  @Test
  void anInterruptClosesAnOpenQuestion() throws Exception {
    LiveAgent agent = start(order(1, LaunchMode.ASK, fresh(), "ask"));

    String id = permission(agent).id();
    agent.send(new AgentMessage.Interrupt());
    assertThat(agent.await(AgentSignal.QuestionClosed.class))
        .isEqualTo(new AgentSignal.QuestionClosed(id));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
    agent.send(new AgentMessage.Say("PLAY:none Never mind."));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(Files.exists(workspace.resolve("first.txt"))).isFalse();
  }
}
