package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.program.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real Claude Code calls the tools, for a model that plays a script. */
@Timeout(180)
class ClaudeMcpIT {
  private static final String TOOL = "mcp__signalbox__";

  @TempDir private Path folder = Path.of("");
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder).open();
    shop.commit();
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private Reply play(Conversation call) {
    String plan = shop.plan().toString();
    return switch (call.step()) {
      case 0 -> Reply.tool(TOOL + "check_plan", Map.of("plan", plan));
      case 1 -> Reply.tool(TOOL + "dispatch", Map.of("plan", plan, "agent", "scripted"));
      case 2 -> Reply.tool(TOOL + "status", Map.of());
      // Claude Code without a person has nobody to put a form before.
      case 3 -> Reply.tool(TOOL + "decide", Map.of("gate", table().id().toString()));
      default -> Reply.text("I asked, and wait.");
    };
  }

  private Gate table() {
    return shop.gates().stream()
        .filter(gate -> gate.kind() == GateKind.TABLE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aModelProposesARunAndDecidesNothing() throws Exception {
    Path config = folder.resolve("mcp.json");
    List<String> server = shop.command("mcp", "--state", shop.state().toString());
    Files.writeString(
        config,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "mcpServers",
                    Map.of(
                        "signalbox",
                        Map.of(
                            "command",
                            server.getFirst(),
                            "args",
                            server.subList(1, server.size()))))));
    try (ModelApi api = ModelApi.start(this::play)) {
      AgentHome.CLAUDE.settle(shop, api.address());
      List<String> command =
          List.of(
              Installed.CLAUDE.executable().toString(),
              "-p",
              "PLAY:propose",
              "--mcp-config",
              config.toString(),
              "--strict-mcp-config",
              "--allowedTools",
              "mcp__signalbox");
      try (Program claude = shop.start(command, "claude")) {
        assertThat(claude.exit(120)).as(claude.printed()).isZero();
        assertThat(claude.printed()).contains("I asked, and wait.");
      }
      Conversation last = api.calls().getLast();
      assertThat(last.mentions("The plan can be dispatched")).as("check_plan").isTrue();
      assertThat(last.mentions("The run waits to be approved")).as("dispatch").isTrue();
      assertThat(last.mentions("isEngineRunning")).as("status").isTrue();
      assertThat(last.mentions("Nothing was decided")).as("decide").isTrue();
    }
    assertThat(table().kind()).isEqualTo(GateKind.TABLE);
    assertThat(Told.in(shop.state()).all(Fact.GateDecided.class)).isEmpty();
  }
}
