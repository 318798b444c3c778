package dev.signalbox.plan;

import java.util.List;

/** The fields of a phase in Signalbox's own format (design section 2). */
public final class PhaseKeys {
  /** Every key, in the order of the plan format's description. */
  public static final List<String> ALL =
      List.of(
          "exec",
          "verb",
          "deliverable",
          "touches",
          "scope",
          "reads",
          "produces",
          "infrastructure",
          "after",
          "informs",
          "executes",
          "branch",
          "agent",
          "estimate",
          "resumes",
          "gates",
          "issue",
          "overrule");

  private PhaseKeys() {}
}
