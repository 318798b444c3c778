package dev.signalbox.runner.program;

import java.util.List;

/** The programs beyond Claude Code: large, so they are had only by whoever asks for them. */
final class AllAgents {
  private static final String WISH = "signalbox.agents";

  private AllAgents() {}

  /** Skips the test unless {@code -Dsignalbox.agents} says {@code all} or names the program. */
  static void require(String name) {
    List<String> wished = List.of(System.getProperty(WISH, "").split(","));
    Requirement.skipUnless(
        wished.contains("all") || wished.contains(name),
        name + " is driven only with -D" + WISH + "=all or =" + name);
  }
}
