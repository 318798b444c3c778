package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the first line to the first prompt. */
class OpeningTest {
  private static final Conversation RESUMED = new Conversation.Resumed("ses_0");

  @Test
  void helloIsSaidFirstAndOffersNothing() {
    JsonNode hello =
        Json.tree(
            Lines.exchange(LaunchMode.ASK)
                .write(0, new AgentMessage.Say("Do it."))
                .orElseThrow()
                .getFirst());
    assertThat(hello.path("method").asString()).isEqualTo("initialize");
    assertThat(hello.path("params").path("protocolVersion").asInt()).isEqualTo(1);
    assertThat(hello.path("params").path("clientCapabilities").toString())
        .isEqualTo("{\"terminal\":false,\"fs\":{\"readTextFile\":false,\"writeTextFile\":false}}");
  }

  @Test
  void aSessionIsOpenedItsModeSetAndThePromptSaid() {
    AcpExchange exchange = Lines.exchange(LaunchMode.BYPASS);
    List<AgentSignal> signals =
        Lines.read(
            exchange,
            Lines.initialized(),
            Lines.opened(),
            Lines.says("[MODE_UPDATE] TASK_COMPLETE\n"),
            Lines.result("signalbox-step-1", "{}"));
    assertThat(methods(exchange))
        .containsExactly("session/new", "session/set_mode", "session/prompt");
    assertThat(said(exchange, 0).path("cwd").asString()).isEqualTo("/x");
    assertThat(said(exchange, 1).path("modeId").asString()).isEqualTo("yolo");
    assertThat(said(exchange, 2).path("prompt").path(0).path("text").asString())
        .isEqualTo("Do it.");
    assertThat(signals).containsExactly(new AgentSignal.Identified(Lines.SESSION, ""));
  }

  @Test
  void aModeMayBeAnOptionAmongOthers() {
    AcpExchange exchange = Lines.exchange(LaunchMode.PLAN);
    Lines.read(exchange, Lines.initialized(), Lines.opened());
    assertThat(said(exchange, 1).toString())
        .isEqualTo("{\"sessionId\":\"ses_1\",\"configId\":\"mode\",\"value\":\"plan\"}");
  }

  @Test
  void aModelAndAnEffortAreSetWhereTheyAreOffered() {
    AcpExchange exchange =
        new AcpExchange(
            Lines.order(LaunchMode.BYPASS, Lines.fresh(), Optional.of("big"), Optional.of("high")),
            Lines.PROGRAM,
            Optional.empty());
    Lines.read(
        exchange,
        Lines.initialized(),
        Lines.result(
            "signalbox-open",
            "{\"sessionId\":\"ses_1\",\"configOptions\":["
                + "{\"id\":\"m\",\"category\":\"model\",\"options\":[{\"options\":[{\"value\":\"big\"}]}]},"
                + "{\"id\":\"effort\",\"options\":[{\"value\":\"high\"}]}]}"),
        Lines.result("signalbox-step-1", "{}"),
        Lines.result("signalbox-step-2", "{}"),
        Lines.result("signalbox-step-3", "{}"));
    assertThat(said(exchange, 1).path("configId").asString()).isEqualTo("m");
    assertThat(said(exchange, 2).path("configId").asString()).isEqualTo("effort");
    assertThat(methods(exchange)).endsWith("session/set_mode", "session/prompt");
  }

  @Test
  void anotherFormOfModels() {
    AcpExchange exchange =
        new AcpExchange(
            Lines.order(LaunchMode.ASK, Lines.fresh(), Optional.of("big"), Optional.of("high")),
            Lines.PROGRAM,
            Optional.empty());
    Lines.read(
        exchange,
        Lines.initialized(),
        Lines.result(
            "signalbox-open",
            "{\"sessionId\":\"ses_1\",\"models\":{\"availableModels\":[{\"modelId\":\"big\"}]}}"));
    assertThat(methods(exchange)).containsExactly("session/new", "session/set_model");
  }

  @Test
  void whatIsReplayedOfAnEarlierProcessIsNoNews() {
    AcpExchange exchange =
        new AcpExchange(Lines.order(LaunchMode.ASK, RESUMED), Lines.PROGRAM, Optional.empty());
    List<AgentSignal> signals =
        Lines.read(
            exchange,
            Lines.initialized(),
            Lines.says("Session started\nCONFLICT: x\nTASK_COMPLETE\n"),
            Lines.tool(
                "tool_call",
                "t",
                ",\"kind\":\"edit\",\"status\":\"completed\",\"locations\":[{\"path\":\"a\"}]"),
            Lines.update(
                "{\"sessionUpdate\":\"usage_update\",\"used\":5,\"size\":9,"
                    + "\"cost\":{\"amount\":2,\"currency\":\"USD\"}}"),
            Lines.result("signalbox-open", "{}"),
            Lines.says("Going on."),
            Lines.ended(0, "end_turn"));
    assertThat(signals)
        .containsExactly(
            new AgentSignal.Identified("ses_0", ""),
            new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(said(exchange, 0).path("sessionId").asString()).isEqualTo("ses_0");
    assertThat(methods(exchange)).containsExactly("session/load", "session/prompt");
    assertThat(exchange.pulse().microUsd()).isZero();
    assertThat(exchange.pulse().contextTokens()).isEqualTo(5);
  }

  @Test
  void aSessionIsResumedWhereItCannotBeLoaded() {
    AcpExchange exchange =
        new AcpExchange(Lines.order(LaunchMode.ASK, RESUMED), Lines.PROGRAM, Optional.empty());
    Lines.read(
        exchange,
        Lines.result(
            "signalbox-initialize",
            "{\"protocolVersion\":1,\"agentCapabilities\":{\"sessionCapabilities\":{\"resume\":{}}}}"));
    assertThat(methods(exchange)).containsExactly("session/resume");
  }

  @Test
  void anAgentThatCannotGoOnSaysSo() {
    AcpExchange exchange =
        new AcpExchange(Lines.order(LaunchMode.ASK, RESUMED), Lines.PROGRAM, Optional.empty());
    assertThat(Lines.read(exchange, Lines.result("signalbox-initialize", "{}")))
        .containsExactly(
            new AgentSignal.TurnEnded(
                new TurnResult.Failed(
                    "expected an agent that can go on with a session, found none")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "../up", "a b", "a\\u0000", "x;y"})
  void anIdThatIsNoneEndsTheTurn(String id) {
    AcpExchange exchange = Lines.exchange(LaunchMode.ASK);
    List<AgentSignal> signals =
        Lines.read(
            exchange,
            Lines.initialized(),
            Lines.result("signalbox-open", "{\"sessionId\":\"" + id + "\"}"));
    assertThat(signals).hasSize(1).allMatch(AgentSignal.TurnEnded.class::isInstance);
    assertThat(methods(exchange)).containsExactly("session/new");
  }

  @Test
  void everyStepThatFailsEndsTheTurnWithItsReason() {
    List<List<String>> ways =
        List.of(
            List.of(Lines.error("signalbox-initialize", -1, "no", "null")),
            List.of(
                Lines.initialized(), Lines.error("signalbox-open", -32000, "Sign in", "\"first\"")),
            List.of(
                Lines.initialized(),
                Lines.opened(),
                Lines.error("signalbox-step-1", -32602, "no such mode", "{\"details\":\"yolo\"}")));
    for (List<String> way : ways) {
      AcpExchange exchange = Lines.exchange(LaunchMode.BYPASS);
      AgentSignal last = Lines.read(exchange, way.toArray(String[]::new)).getLast();
      assertThat(last)
          .isInstanceOfSatisfying(
              AgentSignal.TurnEnded.class,
              ended -> assertThat(ended.result()).isInstanceOf(TurnResult.Failed.class));
      assertThat(methods(exchange)).doesNotContain("session/prompt");
      // Nobody waits for a turn that never comes.
      assertThat(exchange.write(3, new AgentMessage.Say("x"))).isEqualTo(Optional.of(List.of()));
    }
    AcpExchange exchange = Lines.exchange(LaunchMode.ASK);
    assertThat(
            Lines.read(
                exchange,
                Lines.initialized(),
                Lines.error("signalbox-open", -32000, "Sign in", "\"first\"")))
        .containsExactly(
            new AgentSignal.TurnEnded(
                new TurnResult.Failed("expected a session, found: Sign in: first")));
  }

  @Test
  void anotherVersionIsNotSpokenWith() {
    AcpExchange exchange = Lines.exchange(LaunchMode.ASK);
    assertThat(
            Lines.read(exchange, Lines.result("signalbox-initialize", "{\"protocolVersion\":2}")))
        .containsExactly(
            new AgentSignal.TurnEnded(
                new TurnResult.Failed("expected version 1 of the Agent Client Protocol, found 2")));
  }

  private static List<String> methods(AcpExchange exchange) {
    return exchange.replies().stream()
        .map(line -> Json.tree(line).path("method").asString(""))
        .toList();
  }

  private static JsonNode said(AcpExchange exchange, int reply) {
    return Json.tree(exchange.replies().get(reply)).path("params");
  }
}
