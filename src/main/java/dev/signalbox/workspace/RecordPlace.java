package dev.signalbox.workspace;

import dev.signalbox.session.SessionKey;

/**
 * Where what was found in a session's work is kept in the repository: beside its branch, so that no
 * merge takes it along ({@code docs/adr/0022-records-beside-branches.md}).
 */
public final class RecordPlace {
  /** The file at the root of the kept commit. */
  public static final String FILE = "REVIEW-GATE-FINDINGS.md";

  /** What the refs of all kept records begin with. */
  public static final String REFS = "refs/signalbox/reviews/";

  private RecordPlace() {}

  /** The ref of one session's record. */
  public static String refOf(SessionKey session) {
    return REFS + session;
  }

  /** The command that prints the record, in any checkout of the repository. */
  public static String reading(SessionKey session) {
    return "git show " + refOf(session) + ":" + FILE;
  }
}
