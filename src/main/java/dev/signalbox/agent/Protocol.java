package dev.signalbox.agent;

import java.util.Locale;

/** How Signalbox speaks with a program: each has an adapter of its own. */
public enum Protocol {
  /** Claude Code's stream of JSON lines. */
  CLAUDE,
  /** The app server of Codex. */
  CODEX,
  /** The Agent Client Protocol. */
  ACP,
  /** The agent that is built in and follows a script: for the demonstration and for tests. */
  SCRIPTED;

  /** The word in the catalogue: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
