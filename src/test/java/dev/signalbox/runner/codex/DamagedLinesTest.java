package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.program.Damage;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A disk that fills up, a killed process or another version leaves lines like these. */
class DamagedLinesTest {
  private static final long SEED = 20261127;
  private static final int ROUNDS = 10_000;
  private static final String OWN = "\"threadId\":\"" + Orders.THREAD + "\",";

  private static final List<String> WHOLE =
      List.of(
          "{\"id\":\"initialize\",\"result\":{}}",
          "{\"id\":\"thread\",\"result\":{\"model\":\"m\",\"thread\":{\"id\":\""
              + Orders.THREAD
              + "\",\"name\":\"n\"}}}",
          "{\"id\":\"message-0\",\"result\":{\"turn\":{\"id\":\"t\"}}}",
          "{\"id\":\"message-1\",\"error\":{\"code\":-1,\"message\":\"x\"}}",
          notice("turn/started", "\"turn\":{\"id\":\"t\"}"),
          notice("turn/completed", "\"turn\":{\"id\":\"t\",\"status\":\"completed\"}"),
          notice(
              "turn/completed",
              "\"turn\":{\"status\":\"failed\",\"error\":{\"codexErrorInfo\":{\"a\":{}}}}"),
          notice(
              "item/completed", "\"item\":{\"type\":\"agentMessage\",\"text\":\"Estimate: $3\"}"),
          notice("item/completed", "\"item\":{\"type\":\"plan\",\"text\":\"x\"}"),
          notice(
              "item/started",
              "\"item\":{\"type\":\"fileChange\",\"id\":\"c\",\"changes\":[{\"path\":\"a\"}]}"),
          notice(
              "item/started",
              "\"item\":{\"type\":\"commandExecution\",\"commandActions\":[{\"command\":\"ls\"}]}"),
          notice(
              "thread/tokenUsage/updated",
              "\"tokenUsage\":{\"total\":{\"inputTokens\":5},\"modelContextWindow\":9}"),
          notice("error", "\"willRetry\":true,\"error\":{\"message\":\"Reconnecting... 1/5\"}"),
          notice("serverRequest/resolved", "\"requestId\":0"),
          "{\"method\":\"item/commandExecution/requestApproval\",\"id\":0,\"params\":{\"command\":\"ls\"}}",
          "{\"method\":\"item/fileChange/requestApproval\",\"id\":1,\"params\":{\"itemId\":\"c\"}}",
          "{\"method\":\"item/tool/requestUserInput\",\"id\":2,\"params\":{\"questions\":[{\"id\":\"a\"}]}}");

  private static String notice(String method, String params) {
    return "{\"method\":\"" + method + "\",\"params\":{" + OWN + params + "}}";
  }

  @Test
  void damagedLinesAreNeverThrownBack() {
    Random random = new Random(SEED);
    Damage damage = new Damage(random, "\"method\":\"error\",");
    CodexExchange exchange = new CodexExchange(Orders.fresh(LaunchMode.PLAN), Pricing.NONE);
    CodexDialect dialect = new CodexDialect("codex", Pricing.NONE, SessionTools.NONE);
    WHOLE.forEach(exchange::read);
    for (int round = 0; round < ROUNDS; round++) {
      String line = damage.of(WHOLE.get(random.nextInt(WHOLE.size())));
      assertThatCode(
              () -> {
                exchange.read(line);
                dialect.shown(line);
                exchange.write(1, new AgentMessage.Choose("2-2", List.of("a")));
                exchange.write(2, new AgentMessage.Allow("2-1"));
              })
          .as("seed %d: %s", SEED, line)
          .doesNotThrowAnyException();
      assertThat(exchange.pulse().contextPercent()).as(line).isBetween(0, 100);
      assertThat(exchange.pulse().tokens().input()).as(line).isNotNegative();
      assertThat(exchange.pulse().microUsd()).as(line).isNotNegative();
    }
  }

  @Test
  void everyCutOfEveryLineIsPassedOver() {
    for (String line : WHOLE) {
      for (int end = 0; end < line.length(); end++) {
        CodexExchange exchange = new CodexExchange(Orders.fresh(LaunchMode.PLAN), Pricing.NONE);
        WHOLE.subList(0, 3).forEach(exchange::read);
        List<String> replies = exchange.replies();
        assertThat(exchange.read(line.substring(0, end))).as(line).isEmpty();
        assertThat(exchange.replies()).isEqualTo(replies);
      }
    }
  }
}
