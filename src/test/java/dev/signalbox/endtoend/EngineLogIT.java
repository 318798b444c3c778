package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a whole run writes for programs that read logs. */
@Timeout(120)
class EngineLogIT {
  private static final String KEY = "an-Agents-Own-Key-0815";
  private static final String HOSTILE = "{\"level\":\"error\",\"code\":\"made-up\"} \u202e" + KEY;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of("");

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open();
    Path file = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "secrets: {scripted: {MY_API_KEY: {file: ~/key}}}\n");
    Path key = Files.writeString(shop.home().resolve("key"), KEY + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    shop.script("SHOP-201", "start", "estimate $1", "stderr " + HOSTILE, "stderr next", "exit 3");
    shop.script("SHOP-202", "start", "estimate $1", "write b.txt Done.", "commit It", "complete");
    shop.commit();
    return shop;
  }

  private static List<JsonNode> lines(Shop shop) throws Exception {
    Path file = shop.state().resolve("engine.log");
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(JSON::readTree).toList()
        : List.of();
  }

  private static boolean isThere(Shop shop, String code, String session) throws Exception {
    return lines(shop).stream()
        .anyMatch(line ->
            line.get("code").asString().equals(code)
                && line.path("session").asString("").equals(session));
  }

  private static String dump(Shop shop) {
    try {
      return Files.readString(shop.state().resolve("engine.log"));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  @Test
  void everyLineIsOneObjectWithTheIdsOfWhatItConcerns() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted")) {
      shop.say("approve", shop.gate(engine, GateKind.COMMANDS).id().toString());
      Waiting.untilTrue(
          "a failed attempt", () -> isThere(shop, "attempt-failed", "S-A"), () -> dump(shop));
      Waiting.untilTrue(
          "completed work", () -> isThere(shop, "task-completed", "S-B"), () -> dump(shop));
      engine.kill();
    }
    try (Program engine = shop.dispatch("scripted")) {
      Waiting.untilTrue(
          "another start",
          () ->
              lines(shop).stream()
                      .filter(line -> line.get("code").asString().equals("engine-started"))
                      .count()
                  == 2,
          engine::printed);
    } finally {
      shop.cutThePower();
    }
    Map<String, String> issues = Map.of("S-A", "SHOP-201", "S-B", "SHOP-202", "S-C", "SHOP-203");
    for (JsonNode line : lines(shop)) {
      Instant _ = Instant.parse(line.get("time").asString());
      assertThat(line.get("level").asString()).isIn("info", "warn", "error");
      assertThat(line.get("run").asString()).isEqualTo("gift-cards-1");
      assertThat(line.get("message").asString()).isNotEmpty();
      String session = line.path("session").asString("");
      if (issues.containsKey(session)) {
        assertThat(line.get("issue").asString()).isEqualTo(issues.get(session));
      }
    }
    assertThat(lines(shop))
        .extracting(line -> line.get("code").asString())
        .contains("run-opened", "gate-decided", "attempt-begun", "agent-exited")
        .doesNotContain("made-up");
    JsonNode failed =
        lines(shop).stream()
            .filter(line -> line.get("code").asString().equals("attempt-failed"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.get("level").asString()).isEqualTo("warn");
    assertThat(failed.get("message").asString())
        .contains("made-up", "[redacted]")
        .doesNotContain(KEY);
    assertThat(Files.readString(shop.state().resolve("engine.log"))).doesNotContain(KEY, "\u202e");
  }
}
