package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.ProofText;
import dev.signalbox.review.RecordText;
import dev.signalbox.review.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people and agents read about a session's milestones. */
final class MilestoneText {
  static final String HALTED = "at a milestone";

  /** Laws and people look for it: work that goes on unreviewed does so knowingly. */
  static final String UNREVIEWED = "There is no verified review of this work.";

  private MilestoneText() {}

  static String title(Session session, Optional<Review> review) {
    String where =
        "%s is at milestone %d: "
            .formatted(session.id(), session.trace().milestones().passed() + 1);
    if (review.isEmpty()) {
      return where + "no verified review";
    }
    int open = review.get().record().toBeDecided().size();
    return where
        + "%d reviewers, %s"
            .formatted(
                review.get().round().opinions().size(),
                switch (open) {
                  case 0 -> "nothing has to be decided";
                  case 1 -> "1 finding to decide";
                  default -> open + " findings to decide";
                });
  }

  static String shown(
      Deciding deciding, Session session, Review review, boolean tellsSubagents, String words) {
    List<String> lines = new ArrayList<>();
    lines.add("Commit: " + review.round().tip());
    lines.add(
        tellsSubagents
            ? "Subagents since the last milestone: " + session.trace().milestones().subagents()
            : "Subagents since the last milestone: not shown by this agent");
    lines.add("");
    lines.addAll(RecordText.of(ReviewText.heading(deciding, review), review.record()));
    List<String> proofs = ProofText.lines(review.record(), review.round().proofs());
    if (!proofs.isEmpty()) {
      lines.add("");
      lines.add("Evidence, as it was looked up at that commit:");
      lines.addAll(proofs);
    }
    lines.addAll(words(words));
    lines.add("");
    lines.add("Approved: all that is open is agreed to, and the session goes on with that.");
    lines.add("Rejected: it does not go on yet, and works on as you say.");
    lines.add(
        "Or answer: agree all except C2; agree C1-C3, override I2: reason, defer I3 to ISSUE-1,"
            + " reject N1: reason; split C2; join C1 I3");
    return String.join("\n", lines);
  }

  private static List<String> words(String words) {
    if (words.isBlank()) {
      return List.of();
    }
    int end = Math.min(words.length(), ReviewLimits.MILESTONE_WORDS_CHARS_MAX);
    List<String> lines = new ArrayList<>(List.of("", "What the session says:"));
    lines.addAll(CodeFence.block("text", words.substring(0, end)));
    return lines;
  }

  static String unreviewed(Session session, List<String> missing) {
    List<String> lines = new ArrayList<>();
    lines.add(UNREVIEWED);
    lines.add("Commit: " + session.trace().milestones().waitingAt().orElse("none"));
    lines.add(
        session.spec().handling().elsewhere().isPresent()
            ? "Its agent works elsewhere, where nobody can look into its workspace. Missing:"
            : "The session was asked for it, and this is still missing:");
    missing.forEach(each -> lines.add("- " + each));
    lines.add("");
    lines.add("Approved: it goes on without a review. Rejected: it works on as you say, and the");
    lines.add("review is demanded again.");
    return String.join("\n", lines);
  }

  static String missing(List<String> missing) {
    return "You are at a milestone. Before a person looks at it, this is missing:\n- "
        + String.join("\n- ", missing)
        + "\nHand it in as your prompt says, for the commit that is then checked out, and end your"
        + " turn.";
  }

  static String passed(List<Row> rows) {
    String end =
        "Go on to the next milestone; when everything is done, reply with `TASK_COMPLETE` alone on a"
            + " line. Before each milestone, and before the end, have the work since this one"
            + " reviewed again and hand the findings in, in a new `.sdd-review.md`.";
    return rows.isEmpty()
        ? "A person looked at this milestone and agrees. " + end
        : ReviewText.agreed(rows, List.of()) + "\n\nThat is your next work. " + end;
  }
}
