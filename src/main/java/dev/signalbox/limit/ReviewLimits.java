package dev.signalbox.limit;

import java.time.Duration;

/** Bounds of reviews, each with its reason. */
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

  /** Characters of the name of a review profile, a reviewer or a perspective. */
  public static final int REVIEW_NAME_CHARS_MAX = 40;

  /** Reviewers of one profile: the seven personas on two models each, and two more. */
  public static final int REVIEWERS_MAX = 16;

  /** How long a reviewer elsewhere is waited for: agents on forges take up to half an hour. */
  public static final Duration WAIT_DEFAULT = Duration.ofMinutes(30);

  /** The longest such wait: what is not there after a day is not coming by itself. */
  public static final Duration WAIT_MAX = Duration.ofHours(24);

  /** How often one work is reviewed at most. */
  public static final int REVIEW_ROUNDS_MAX = 5;

  /** Characters of a perspective. */
  public static final int PERSPECTIVE_CHARS_MAX = 8_000;

  /** Findings of one reviewer in one round: who finds more has not reviewed but listed. */
  public static final int FINDINGS_MAX = 100;

  /** Characters of what a reviewer says is wrong. */
  public static final int CLAIM_CHARS_MAX = 2_000;

  /** Characters of its evidence, and of what it suggests. */
  public static final int EVIDENCE_CHARS_MAX = 8_000;

  /** Findings that a debate is about at most, the most severe first: each is read by everybody. */
  public static final int STANCES_MAX = 100;

  /**
   * Characters of a finding's evidence, and of its suggestion, that others are shown in a debate.
   */
  public static final int DEBATE_CHARS_MAX = 1_000;

  /** Points of a synthesis: it is read above the table. */
  public static final int SYNTHESIS_POINTS_MAX = 12;

  /** Characters of one point. */
  public static final int SYNTHESIS_CHARS_MAX = 1_000;

  /** Characters of a path with lines. */
  public static final int LOCATION_CHARS_MAX = 520;

  /** Works that whoever resolves a conflict is told of: that which does not merge, and others. */
  public static final int RESOLVE_SIDES_MAX = 6;

  private ReviewLimits() {}
}
