package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.program.Damage;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A disk that fills up, a killed process or another version leaves lines like these. */
class DamagedLinesTest {
  private static final long SEED = 20261127;
  private static final int ROUNDS = 20_000;
  private static final int EXCHANGE_ROUNDS = 50;

  private static final List<String> WHOLE =
      List.of(
          Lines.initialized(),
          Lines.opened(),
          Lines.result(
              "signalbox-open",
              "{\"sessionId\":\"ses_1\",\"configOptions\":[{\"id\":\"model\",\"category\":\"model\","
                  + "\"currentValue\":\"x\",\"options\":[{\"value\":\"big\"}]}],\"models\":"
                  + "{\"availableModels\":[{\"modelId\":\"big\"}],\"currentModelId\":\"x\"}}"),
          Lines.result("signalbox-step-1", "{}"),
          Lines.says("Session started\nEstimate: $3-5\nCONFLICT: x\nTASK_COMPLETE"),
          Lines.chunk("agent_thought_chunk", "x", ",\"messageId\":\"m\""),
          Lines.tool(
              "tool_call",
              "t",
              ",\"kind\":\"edit\",\"status\":\"completed\",\"title\":\"x\",\"locations\":"
                  + "[{\"path\":\"a\"}],\"content\":[{\"type\":\"diff\",\"path\":\"b\"}]"),
          Lines.asks(1, "{\"toolCallId\":\"t\",\"kind\":\"execute\",\"rawInput\":{\"a\":[1]}}"),
          Lines.asks(2, "{\"toolCallId\":\"t\",\"kind\":\"switch_mode\"}"),
          Lines.update(
              "{\"sessionUpdate\":\"usage_update\",\"used\":120,\"size\":1000,"
                  + "\"cost\":{\"amount\":0.25,\"currency\":\"USD\"}}"),
          Lines.update("{\"sessionUpdate\":\"session_info_update\",\"title\":\"A name\"}"),
          "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"terminal/create\",\"params\":{}}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel_request\",\"params\":{\"requestId\":1}}",
          Lines.error("signalbox-prompt-0", -32603, "x", "{\"details\":[1,{}]}"),
          Lines.result(
              "signalbox-prompt-0",
              "{\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":10,\"outputTokens\":3}}"));

  @Test
  void damagedLinesAreNeverThrownBack() {
    Random random = new Random(SEED);
    Damage damage =
        new Damage(random, "\"id\":\"signalbox-open\",", "\"method\":\"session/update\",");
    AcpExchange exchange = Lines.exchange(LaunchMode.BYPASS);
    for (int round = 0; round < ROUNDS; round++) {
      if (round % EXCHANGE_ROUNDS == 0) {
        exchange = Lines.exchange(LaunchMode.BYPASS);
      }
      String whole = WHOLE.get(random.nextInt(WHOLE.size()));
      String line = random.nextInt(5) == 0 ? whole : damage.of(whole);
      AcpExchange reader = exchange;
      List<String> before = reader.replies();
      assertThatCode(() -> use(reader, line))
          .as("seed %d: %s", SEED, line)
          .doesNotThrowAnyException();
      assertThat(reader.replies().subList(0, before.size())).isEqualTo(before);
      assertThat(reader.replies()).noneMatch(reply -> reply.contains("\n"));
      assertThat(reader.pulse().contextPercent()).as(line).isBetween(0, 100);
      assertThat(reader.pulse().contextTokens()).as(line).isNotNegative();
      assertThat(reader.pulse().tokens().output()).as(line).isNotNegative();
      assertThat(reader.pulse().microUsd()).as(line).isNotNegative();
    }
  }

  private static void use(AcpExchange exchange, String line) {
    exchange.read(line);
    ShownLine.of(line);
    exchange.write(1, new AgentMessage.Allow("2.1"));
    exchange.write(2, new AgentMessage.ApprovePlan("2.2", false));
    exchange.write(3, new AgentMessage.Interrupt());
    exchange.rest(new AgentMessage.Deny("2.1", "x"));
  }

  @Test
  void everyCutOfEveryLineIsPassedOver() {
    for (String line : WHOLE) {
      for (int end = 0; end < line.length(); end++) {
        String cut = line.substring(0, end);
        assertThat(Lines.working().read(cut)).as(cut).isEmpty();
        assertThat(ShownLine.of(cut)).as(cut).isEmpty();
      }
    }
  }

  @Test
  void aHugeLineIsRead() {
    assertThat(Lines.working().read(Lines.says("x".repeat(12_000_000) + "\nTASK_COMPLETE\n")))
        .hasSize(1);
  }

  @Test
  void junkMeansNothing() {
    for (String junk :
        List.of("", " ", "{", "[]", "null", "Error: x", "{\"id\":7}", "{\"method\":7,\"id\":1}")) {
      assertThat(Lines.working().read(junk)).as(junk).isEmpty();
    }
  }
}
