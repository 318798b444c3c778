package dev.signalbox.endtoend;

import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.program.NpmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The client of the official TypeScript SDK, which plays the scenarios of {@code src/test/mcp}. */
final class McpClient {
  private static final NpmRecipe PACKAGES = NpmRecipe.of("the MCP clients", "mcp", "mcp-clients");

  private McpClient() {}

  /** Begins a scenario; the test is skipped where node's packages cannot be had. */
  static Program play(Shop shop, String scenario) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", script("run.mjs").toString()));
    command.addAll(List.of(scenario, shop.plan().toString()));
    command.addAll(shop.command("mcp", "--state", shop.state().toString()));
    return shop.start(command, scenario);
  }

  /** Calls a tool of a session, as its agent would. */
  static Shop.Said call(Shop shop, SessionTools.Access access, String tool, String json)
      throws Exception {
    String script = script("session.mjs").toString();
    List<String> command = List.of("node", script, access.url(), access.token(), tool, json);
    try (Program calling = shop.start(command, tool)) {
      return new Shop.Said(calling.exit(60), calling.printed());
    }
  }

  /** A script beside the packages, where node looks for them. */
  static Path script(String name) throws IOException, InterruptedException {
    if (!PACKAGES.isCurrent()) {
      PACKAGES.install();
    }
    return Files.copy(
        PACKAGES.recipe().resolve(name),
        PACKAGES.folder().resolve(name),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
