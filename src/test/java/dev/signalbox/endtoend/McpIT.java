package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.local.AgentMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client that Signalbox has nothing to do with calls the tools against a real engine. */
@Timeout(180)
class McpIT {
  @TempDir private Path folder = Path.of("");
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder).open();
    for (String issue : Shop.ISSUES) {
      shop.script(
          issue,
          "start",
          "estimate $1",
          "write src/" + issue + ".txt Done.",
          "commit The work",
          "summary It is done.",
          "complete");
    }
    shop.commit();
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private void hold(String scenario) throws Exception {
    try (Program playing = McpClient.play(shop, scenario)) {
      assertThat(playing.exit(150)).as(playing.printed()).isZero();
      assertThat(playing.printed()).contains("held").doesNotContain("not of the protocol");
    }
  }

  private List<Fact.GateDecided> decided() {
    return Told.in(shop.state()).all(Fact.GateDecided.class);
  }

  @Test
  void theToolsTeachWhatTheyAreForAndReadPlans() throws Exception {
    hold("reads");
    assertThat(shop.state().resolve("journal.db")).as("nothing was written").doesNotExist();
  }

  @Test
  void hostileArgumentsReachNothing() throws Exception {
    Files.createSymbolicLink(shop.repository().resolve("way-out"), Path.of("/etc"));
    hold("hostile");
    assertThat(shop.state().resolve("journal.db")).as("nothing was started").doesNotExist();
  }

  @Test
  void aPersonApprovesInTheClientsFormAndTheRunGoesOnWithoutTheClient() throws Exception {
    hold("accept");
    assertThat(decided())
        .extracting(Fact.GateDecided::who)
        .containsOnly(System.getProperty("user.name"));
    // The client and its server are gone; the engine they started is not.
    assertThat(shop.control().look().head().course().isOver()).isFalse();
    Gate commands =
        Waiting.until(
            "the next gate, or the end",
            () ->
                shop.gates().stream().filter(gate -> gate.kind() == GateKind.COMMANDS).findFirst(),
            this::log);
    assertThat(shop.say("approve", commands.id().toString()).exit()).isZero();
    Waiting.untilTrue(
        "merged work", () -> shop.git("log", "--oneline", "main").contains("The work"), this::log);
  }

  @Test
  void dispatchesAtOnceStartOneEngine() throws Exception {
    hold("twice");
    assertThat(Told.in(shop.state()).all(Fact.GateOpened.class))
        .filteredOn(fact -> fact.gate().kind() == GateKind.TABLE)
        .hasSize(1);
  }

  @Test
  void anEngineThatEndsAtOnceSaysWhy() throws Exception {
    hold("broken");
  }

  @Test
  void whateverElseAClientAnswersDecidesNothing() throws Exception {
    hold("decline");
    assertThat(decided())
        .extracting(Fact.GateDecided::decision)
        .containsExactly(new GateDecision.Rejected("Not today"));
  }

  @Test
  void aClientWithoutFormsIsToldTheCommandAndItsDeathStopsNothing() throws Exception {
    try (Program playing = McpClient.play(shop, "formless")) {
      Waiting.untilTrue(
          "the scenario's end",
          () -> {
            assertThat(playing.isAlive()).as(playing.printed()).isTrue();
            return playing.printed().contains("reached formless");
          },
          playing::printed);
      long server = server(playing);
      playing.kill();
      Waiting.untilTrue(
          "the server's end",
          () -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty(),
          playing::printed);
    }
    assertThat(decided()).isEmpty();
    Gate table =
        shop.gates().stream()
            .filter(gate -> gate.kind() == GateKind.TABLE)
            .findFirst()
            .orElseThrow();
    assertThat(shop.say("approve", table.id().toString()).exit()).isZero();
  }

  @Test
  void anAgentOfARunStartsNothingAndAsksForNoDecision() throws Exception {
    shop.set(AgentMark.VARIABLE, "an-attempt");
    hold("agent");
    assertThat(shop.state().resolve("journal.db")).as("nothing was started").doesNotExist();
  }

  @Test
  void overHttpAClientWithTheTokenPlansAndIsToldWhatAPersonTypes() throws Exception {
    try (Program serving = shop.start("mcp", "--http", "0", "--state", shop.state().toString())) {
      String url =
          Waiting.until(
              "the address",
              () -> serving.printed().lines().filter(line -> line.startsWith("http")).findFirst(),
              serving::printed);
      String token = Files.readString(shop.state().resolve("mcp-token")).strip();
      assertThat(serving.printed()).doesNotContain(token);
      SessionTools.Access access = new SessionTools.Access(url, token);
      String plan = "{\"plan\": \"" + shop.plan().getFileName() + "\"}";
      assertThat(McpClient.call(shop, access, "check_plan", plan).text()).contains("SHOP-201");
      String run = plan.replace("}", ", \"agent\": \"scripted\"}");
      assertThat(McpClient.call(shop, access, "dispatch", run).text())
          .contains("no agent works on it before");
      String gate = shop.gates().getFirst().id().toString();
      assertThat(McpClient.call(shop, access, "decide", "{\"gate\": \"" + gate + "\"}").text())
          .contains("Nothing was decided", "signalbox approve " + gate);
      SessionTools.Access other = new SessionTools.Access(url, "0".repeat(64));
      assertThat(McpClient.call(shop, other, "status", "{}").exit()).isEqualTo(1);
    }
    assertThat(decided()).isEmpty();
  }

  private static long server(Program playing) {
    return playing
        .printed()
        .lines()
        .filter(line -> line.startsWith("server "))
        .map(line -> Long.parseLong(line.substring("server ".length())))
        .findFirst()
        .orElseThrow();
  }

  private String log() {
    try {
      return Files.readString(shop.state().resolve("dispatch.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
