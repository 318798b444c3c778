package dev.signalbox.limit;

/** Bounds of reviews inside of sessions, each with its reason. */
public final class ReviewLimits {
  /** Files that are read to judge the evidence of one milestone: one for each of 100 findings. */
  public static final int EVIDENCE_FILES_MAX = 100;

  /** Bytes of a file that is looked into: larger ones are made by programs. */
  public static final int EVIDENCE_FILE_BYTES_MAX = 1024 * 1024;

  /** Lines by which a reviewer may miscount. */
  public static final int EVIDENCE_SLACK_LINES = 3;

  /** Characters, white space apart, of a quotation that shows anything. */
  public static final int EVIDENCE_QUOTED_CHARS_MIN = 6;

  /** How often a session is asked for the review of one milestone, before a person is. */
  public static final int MILESTONE_REMINDERS_MAX = 2;

  /** Bytes read of what is handed in at a milestone: seven reviewers with a few pages each. */
  public static final int MILESTONE_BYTES_MAX = 512 * 1024;

  /** Characters of a session's own words that are shown at its milestone. */
  public static final int MILESTONE_WORDS_CHARS_MAX = 4_000;

  /** Runs of subagents that are counted between two milestones: more make no difference. */
  public static final int SUBAGENTS_MAX = 100;

  private ReviewLimits() {}
}
