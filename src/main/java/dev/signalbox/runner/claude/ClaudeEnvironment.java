package dev.signalbox.runner.claude;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables that Claude Code may inherit, by name. It reads more than a thousand; among them
 * are some that switch off its safety checks, so nothing passes by prefix.
 */
final class ClaudeEnvironment {
  /** Whom it talks to, as whom, and with which models. */
  private static final List<String> SERVICE =
      List.of(
          "ANTHROPIC_API_KEY",
          "ANTHROPIC_AUTH_TOKEN",
          "ANTHROPIC_BASE_URL",
          "ANTHROPIC_BETAS",
          "ANTHROPIC_CUSTOM_HEADERS",
          "ANTHROPIC_CUSTOM_MODEL_OPTION",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL",
          "ANTHROPIC_DEFAULT_OPUS_MODEL",
          "ANTHROPIC_DEFAULT_SONNET_MODEL",
          "ANTHROPIC_MODEL",
          "ANTHROPIC_SMALL_FAST_MODEL",
          "API_TIMEOUT_MS",
          "CLAUDE_CODE_CLIENT_CERT",
          "CLAUDE_CODE_CLIENT_KEY",
          "CLAUDE_CODE_CLIENT_KEY_PASSPHRASE",
          "CLAUDE_CODE_OAUTH_TOKEN",
          "CLAUDE_CODE_SUBAGENT_MODEL",
          "CLAUDE_CODE_USE_BEDROCK",
          "CLAUDE_CODE_USE_FOUNDRY",
          "CLAUDE_CODE_USE_VERTEX",
          "CLAUDE_CONFIG_DIR",
          "HTTPS_PROXY",
          "HTTP_PROXY",
          "NODE_EXTRA_CA_CERTS",
          "NO_PROXY",
          "https_proxy",
          "http_proxy",
          "no_proxy");

  /** How it works: bounds, and traffic that is not needed. */
  private static final List<String> BEHAVIOUR =
      List.of(
          "BASH_DEFAULT_TIMEOUT_MS",
          "BASH_MAX_OUTPUT_LENGTH",
          "BASH_MAX_TIMEOUT_MS",
          "CLAUDE_AUTOCOMPACT_PCT_OVERRIDE",
          "CLAUDE_CODE_AUTO_COMPACT_WINDOW",
          "CLAUDE_CODE_DISABLE_1M_CONTEXT",
          "CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS",
          "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
          "CLAUDE_CODE_EFFORT_LEVEL",
          "CLAUDE_CODE_MAX_OUTPUT_TOKENS",
          "CLAUDE_CODE_MAX_RETRIES",
          "DISABLE_AUTO_COMPACT",
          "DISABLE_COMPACT",
          "DISABLE_ERROR_REPORTING",
          "DISABLE_PROMPT_CACHING",
          "DISABLE_TELEMETRY",
          "MAX_THINKING_TOKENS");

  /** Credentials of other clouds: only for a Claude Code that is told to use that cloud. */
  private static final Map<String, List<String>> CLOUDS =
      Map.of(
          "CLAUDE_CODE_USE_BEDROCK",
          List.of(
              "ANTHROPIC_BEDROCK_BASE_URL",
              "AWS_ACCESS_KEY_ID",
              "AWS_BEARER_TOKEN_BEDROCK",
              "AWS_PROFILE",
              "AWS_REGION",
              "AWS_SECRET_ACCESS_KEY",
              "AWS_SESSION_TOKEN"),
          "CLAUDE_CODE_USE_FOUNDRY",
          List.of(
              "ANTHROPIC_FOUNDRY_API_KEY",
              "ANTHROPIC_FOUNDRY_BASE_URL",
              "ANTHROPIC_FOUNDRY_RESOURCE"),
          "CLAUDE_CODE_USE_VERTEX",
          List.of(
              "ANTHROPIC_VERTEX_BASE_URL",
              "ANTHROPIC_VERTEX_PROJECT_ID",
              "CLOUD_ML_REGION",
              "GOOGLE_APPLICATION_CREDENTIALS"));

  private ClaudeEnvironment() {}

  static Map<String, String> of(Map<String, String> inherited) {
    Map<String, String> variables = new TreeMap<>();
    take(SERVICE, inherited, variables);
    take(BEHAVIOUR, inherited, variables);
    CLOUDS.forEach((cloud, names) -> {
      if (!inherited.getOrDefault(cloud, "").isEmpty()) {
        take(names, inherited, variables);
      }
    });
    // Notes that one session leaves are not for another: every session starts afresh.
    variables.put("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "1");
    // A program that replaces itself under running sessions is not the one that was tried.
    variables.put("DISABLE_AUTOUPDATER", "1");
    return Map.copyOf(variables);
  }

  private static void take(
      Collection<String> names, Map<String, String> from, Map<String, String> into) {
    for (String name : names) {
      String value = from.get(name);
      if (value != null) {
        into.put(name, value);
      }
    }
  }
}
