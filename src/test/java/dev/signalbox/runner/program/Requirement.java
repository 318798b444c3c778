package dev.signalbox.runner.program;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Something that a machine may lack: there the test is skipped with a word. */
public final class Requirement {
  private Requirement() {}

  /** What a machine that checks for others must have: in CI the test fails. */
  public static void check(boolean isMet, String lack) {
    if (!isMet && "true".equals(System.getenv("CI"))) {
      Assertions.fail(lack);
    }
    skipUnless(isMet, lack);
  }

  /** What no machine has to have, also in CI. */
  public static void skipUnless(boolean isMet, String lack) {
    if (!isMet) {
      System.err.println("skipped: " + lack);
      Assumptions.abort(lack);
    }
  }
}
