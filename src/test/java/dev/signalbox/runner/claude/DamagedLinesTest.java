package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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

  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "[[",
          "\"",
          "\\",
          "\\ud800",
          "1e999",
          "-1",
          "99999999999999999999",
          "9223372036854775807",
          "true",
          "{\"type\":",
          "\"type\":\"result\",",
          "\u0000",
          "\ud83d",
          "[".repeat(2_000));

  @Test
  void damagedLinesAreNeverThrownBack() {
    Random random = new Random(SEED);
    ClaudeExchange exchange = Lines.exchange();
    for (int round = 0; round < ROUNDS; round++) {
      String line = damaged(WHOLE.get(random.nextInt(WHOLE.size())), random);
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

  private static String damaged(String line, Random random) {
    int at = random.nextInt(line.length());
    int end = Math.min(line.length(), at + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> line.substring(0, at);
      case 1 -> line.substring(0, at) + line.substring(end);
      case 2 -> line.substring(0, at) + piece + line.substring(end);
      default -> value(line, piece, random);
    };
  }

  /** Another value in the place of one that is there. */
  private static String value(String line, String piece, Random random) {
    int colon = line.indexOf(':', random.nextInt(line.length()));
    if (colon < 0) {
      return piece;
    }
    int comma = line.indexOf(',', colon);
    return line.substring(0, colon + 1) + piece + (comma < 0 ? "}" : line.substring(comma));
  }
}
