package dev.signalbox.runner.codex;

import dev.signalbox.runner.SessionTools;
import java.util.List;

/** How Codex is told of the session's tools, beside those that the person gave it. */
final class ToolsOptions {
  private static final String SERVER = "mcp_servers." + SessionTools.SERVER + ".";

  private ToolsOptions() {}

  /** Values are TOML; the token is named by its variable. */
  static List<String> of(SessionTools.Access access) {
    return List.of(
        "-c",
        SERVER + "url=\"" + access.url() + "\"",
        "-c",
        SERVER + "bearer_token_env_var=\"" + SessionTools.TOKEN_VARIABLE + "\"",
        "-c",
        SERVER + "default_tools_approval_mode=\"approve\"");
  }
}
