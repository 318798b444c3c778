package dev.signalbox.publish;

import dev.signalbox.approval.ShownHash;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.tracker.NoteKey;

/**
 * The names of what a plan becomes in a tracker: the same for the same plan of the same repository,
 * so that a repeat finds what was made.
 *
 * @param root of all of them
 */
public record PlanKeys(String root) {
  private static final int ROOT_CHARS_MAX = 100;

  /** The keys of what lies on the master issue. */
  static final NoteKey TABLE = new NoteKey("dispatch-table");

  /**
   * Those of a plan.
   *
   * @param repository the name of its folder
   * @param file the plan's path inside of it
   */
  public static PlanKeys of(String repository, String file) {
    String whole = repository + "/" + file;
    String plain = whole.replaceAll("[^A-Za-z0-9._/-]", "-");
    boolean isWhole = plain.equals(whole) && plain.length() <= ROOT_CHARS_MAX;
    String cut = plain.substring(0, Math.min(plain.length(), ROOT_CHARS_MAX));
    return new PlanKeys("plan/" + cut + (isWhole ? "" : "-" + ShownHash.of(whole).substring(0, 8)));
  }

  NoteKey master() {
    return new NoteKey(root);
  }

  NoteKey issue(PhaseId phase) {
    return new NoteKey(root + "#" + phase);
  }

  /** A part of the plan's text, from 1. */
  static NoteKey plan(int part) {
    return new NoteKey("plan-text-" + part);
  }
}
