package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.runner.program.Damage;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A disk that fills up, a killed process or another version leaves lines like these. */
class DamagedLinesTest {
  private static final long SEED = 20261122;
  private static final int ROUNDS = 10_000;

  private static final List<String> WHOLE =
      List.of(
          Lines.title("A name"),
          Lines.init("claude-a"),
          Lines.said("Session started\nEstimate: $3-5\nCONFLICT: x\nTASK_COMPLETE"),
          Lines.uses("Bash", "{\"command\":\"ls\",\"a\":{\"b\":[1,2,{}]}}"),
          Lines.subagentSaid("x"),
          Lines.toolResult("x"),
          Lines.asks("q1", "Bash", "{\"command\":\"ls\"}"),
          Lines.asks("q2", "ExitPlanMode", "{\"plan\":\"x\"}"),
          Lines.asks("q3", "AskUserQuestion", "{\"questions\":[{\"question\":\"?\"}]}"),
          Lines.cancels("q1"),
          Lines.retries(),
          Lines.window(200_000),
          Lines.result("\"is_error\":true,\"errors\":[\"x\"],\"result\":\"y\"", 0.5));

  @Test
  void damagedLinesAreNeverThrownBack() {
    Random random = new Random(SEED);
    Damage damage = new Damage(random, "{\"type\":", "\"type\":\"result\",");
    ClaudeExchange exchange = Lines.exchange();
    for (int round = 0; round < ROUNDS; round++) {
      String line = damage.of(WHOLE.get(random.nextInt(WHOLE.size())));
      assertThatCode(() -> exchange.read(line))
          .as("seed %d: %s", SEED, line)
          .doesNotThrowAnyException();
      assertThatCode(() -> exchange.write(1, new AgentMessage.Choose("q3", List.of("a"))))
          .as("seed %d: %s", SEED, line)
          .doesNotThrowAnyException();
      assertThat(exchange.pulse().contextPercent()).as(line).isBetween(0, 100);
      assertThat(exchange.pulse().contextTokens()).as(line).isNotNegative();
      assertThat(exchange.pulse().microUsd()).as(line).isNotNegative();
    }
  }

  @Test
  void everyCutOfEveryLineIsPassedOver() {
    for (String line : WHOLE) {
      for (int end = 0; end < line.length(); end++) {
        String cut = line.substring(0, end);
        assertThat(Lines.exchange().read(cut)).as(cut).isEmpty();
      }
    }
  }

  @Test
  void junkMeansNothing() {
    ClaudeExchange exchange = Lines.exchange();
    for (String junk :
        List.of("", " ", "{", "[]", "null", "Error: x", "{\"type\":7}", "{\"type\":\"new\"}")) {
      assertThat(exchange.read(junk)).as(junk).isEmpty();
    }
  }
}
