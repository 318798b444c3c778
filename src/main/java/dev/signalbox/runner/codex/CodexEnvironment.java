package dev.signalbox.runner.codex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The variables that Codex may inherit, by name. */
final class CodexEnvironment {
  private static final List<String> NAMES =
      List.of(
          "CODEX_API_KEY",
          "CODEX_CA_CERTIFICATE",
          "CODEX_HOME",
          "HTTPS_PROXY",
          "HTTP_PROXY",
          "NO_PROXY",
          "OPENAI_API_KEY",
          "OPENAI_BASE_URL",
          "OPENAI_ORGANIZATION",
          "OPENAI_PROJECT",
          "SSL_CERT_DIR",
          "SSL_CERT_FILE",
          "https_proxy",
          "http_proxy",
          "no_proxy");

  private CodexEnvironment() {}

  static Map<String, String> of(Map<String, String> inherited) {
    Map<String, String> variables = new TreeMap<>();
    for (String name : NAMES) {
      String value = inherited.get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return Map.copyOf(variables);
  }
}
