package dev.signalbox.runner.local;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which variables of Signalbox's own environment an agent gets. */
final class ChildEnvironment {
  private static final Set<String> INHERITED =
      Set.of(
          "GIT_AUTHOR_EMAIL",
          "GIT_AUTHOR_NAME",
          "GIT_COMMITTER_EMAIL",
          "GIT_COMMITTER_NAME",
          "HOME",
          "LANG",
          "LOGNAME",
          "PATH",
          "SHELL",
          "TERM",
          "TMPDIR",
          "TZ",
          "USER");

  /** It switches off a safety check of an agent program. */
  private static final String CHECK_SWITCHED_OFF = "IS_SANDBOX";

  private ChildEnvironment() {}

  /**
   * The agent's whole environment.
   *
   * @param added what the agent's dialect needs beyond that, and the secrets that it is given
   */
  static Map<String, String> of(Map<String, String> inherited, Map<String, String> added) {
    Map<String, String> environment = new TreeMap<>();
    inherited.forEach((name, value) -> {
      if (INHERITED.contains(name) || name.startsWith("LC_")) {
        environment.put(name, value);
      }
    });
    environment.putAll(added);
    environment.remove(CHECK_SWITCHED_OFF);
    return environment;
  }
}
