package dev.signalbox.runner.claude;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Something that a machine may lack: there the test is skipped with a word, and fails in CI. */
final class Requirement {
  private Requirement() {}

  static void check(boolean isMet, String lack) {
    if (isMet) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      Assertions.fail(lack);
    }
    System.err.println("skipped: " + lack);
    Assumptions.abort(lack);
  }
}
