package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person's configuration says about secrets and the network, in whole runs. */
@Timeout(120)
class SafetyConfigIT {
  private static final String KEY = "an-Agents-Own-Key-0815";

  @TempDir private Path folder = Path.of("");

  private Shop shop(String configuration) throws Exception {
    Shop shop = Shop.in(folder).open();
    Path file = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, configuration);
    return shop;
  }

  private static void key(Shop shop, String permissions) throws Exception {
    Path file = Files.writeString(shop.home().resolve("key"), KEY + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void aSecretThatAnAgentTellsIsInNoFileOfAFinishedRun() throws Exception {
    Shop shop = shop("secrets: {scripted: {MY_API_KEY: {file: ~/key}}}\n");
    key(shop, "rw-------");
    for (String issue : Shop.ISSUES) {
      shop.script(
          issue,
          "start",
          "estimate $1",
          "say The key is " + KEY + ".",
          "stderr " + KEY,
          "write " + issue + ".txt Done.",
          "commit The work",
          "summary It is done with " + KEY + ".",
          "complete");
    }
    shop.commit();
    // The scripts themselves hold it, and so does what the agent keeps of them.
    try (Program engine = shop.dispatch("scripted")) {
      approveAll(shop, engine);
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
      assertThat(engine.printed()).doesNotContain(KEY);
    } finally {
      shop.cutThePower();
    }

    assertThat(holding(shop.state(), "scripted")).isEmpty();
    assertThat(Files.readString(shop.plan())).contains("[redacted]").doesNotContain(KEY);
    assertThat(shop.say("log", "S-A").text()).contains("The key is [redacted").doesNotContain(KEY);
  }

  private static void approveAll(Shop shop, Program engine) throws Exception {
    Waiting.untilTrue(
        "the end of the run",
        () -> {
          if (engine.isAlive()) {
            for (String word : shop.say("inbox").text().split("\\s+", -1)) {
              if (word.matches("[0-9]+-[0-9a-f]{8}")) {
                Shop.Said _ = shop.say("approve", word);
              }
            }
          }
          return !engine.isAlive();
        },
        engine::printed);
  }

  private static List<Path> holding(Path top, String except) throws Exception {
    List<Path> found = new ArrayList<>();
    try (var files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isLookedAt = !top.relativize(file).startsWith(except);
        if (isLookedAt
            && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY)) {
          found.add(top.relativize(file));
        }
      }
    }
    // A workspace holds the scripts, which are committed.
    found.removeIf(file -> file.startsWith("workspaces"));
    return found;
  }

  @Test
  void aSecretThatOthersCanReadStartsNothing() throws Exception {
    Shop shop = shop("secrets: {scripted: {MY_API_KEY: {file: ~/key}}}\n");
    key(shop, "rw-r--r--");
    shop.commit();

    try (Program engine = shop.dispatch("scripted")) {
      assertThat(engine.exit(60)).isEqualTo(2);
      assertThat(engine.printed())
          .contains("SECRET_UNUSABLE", "chmod 600 '" + shop.home().resolve("key") + "'")
          .doesNotContain(KEY);
    }
    assertThat(shop.say("doctor").text()).contains("chmod 600").doesNotContain(KEY);
  }

  @Test
  void aNetworkThatCannotBeBlockedStartsNothing() throws Exception {
    Shop shop = shop("network: {commands: blocked}\n");
    shop.commit();
    Path only = Files.createDirectory(folder.resolve("only"));
    for (String program : List.of("git", "sh", "setsid", "perl")) {
      Path found = Path.of("/usr/bin", program);
      if (Files.exists(found)) {
        Files.createSymbolicLink(only.resolve(program), found);
      }
    }
    shop.set("PATH", only.toString());

    try (Program engine = shop.dispatch("scripted")) {
      assertThat(engine.exit(60)).as(engine.printed()).isEqualTo(2);
      assertThat(engine.printed())
          .contains(
              "NETWORK_NOT_BLOCKABLE",
              "expected to block it, which needs walls: ",
              "signalbox doctor");
    }
    assertThat(shop.state().resolve("workspaces")).doesNotExist();
  }
}
