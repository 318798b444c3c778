package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.SessionTools;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How Claude Code is told of the session's tools, beside those that the person gave it. */
final class ToolsOptions {
  private ToolsOptions() {}

  /**
   * The token is named by its variable: Claude Code reads it from there. The tools are allowed
   * beforehand, since all that they do is to tell Signalbox something.
   */
  static List<String> of(SessionTools.Access access) {
    ObjectNode config = Json.MAPPER.createObjectNode();
    ObjectNode server = config.putObject("mcpServers").putObject(SessionTools.SERVER);
    server.put("type", "http");
    server.put("url", access.url());
    server
        .putObject("headers")
        .put("Authorization", "Bearer ${" + SessionTools.TOKEN_VARIABLE + "}");
    return List.of("--mcp-config=" + config, "--allowedTools=mcp__" + SessionTools.SERVER);
  }
}
