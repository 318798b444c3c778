package dev.signalbox.runtime;

import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.limit.Limits;
import dev.signalbox.review.FixForward;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.RecordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a session's work and what became of it, as people look for it: a file, and one
 * comment on its pull request. The same state makes the same text.
 */
final class FindingsText {
  private static final String FIX_FORWARD = "## Fix-forward";

  private final RunState state;
  private final SessionKey key;
  private final List<Review> reviews;

  private FindingsText(RunState state, SessionKey key, List<Review> reviews) {
    this.state = state;
    this.key = key;
    this.reviews = reviews;
  }

  /**
   * Of the session's reviews; empty before the first has ended, and while reviewers look: what they
   * said before stands until all of them are done.
   */
  static Optional<FindingsText> of(RunState state, SessionKey key) {
    List<Review> reviews =
        state.reviews().values().stream()
            .filter(review -> review.subject().equals(Optional.of(key.session())))
            .filter(review -> review.record().round() > 0 || !review.record().rows().isEmpty())
            .toList();
    boolean isWhole = !reviews.isEmpty() && reviews.stream().noneMatch(FindingsText::isBeingMade);
    return isWhole ? Optional.of(new FindingsText(state, key, reviews)) : Optional.empty();
  }

  private static boolean isBeingMade(Review review) {
    return switch (review.stage()) {
      case Review.Stage.Reviewing _, Review.Stage.Answering _, Review.Stage.Summing _ -> true;
      case Review.Stage.Listening _,
          Review.Stage.Deciding _,
          Review.Stage.Passed _,
          Review.Stage.HandedBack _,
          Review.Stage.Dropped _ ->
          false;
    };
  }

  /** The whole record as {@link RecordPlace#FILE}. */
  String file(Session session) {
    List<String> lines = new ArrayList<>();
    lines.add("# Review Decision Record of " + session.spec().issue());
    lines.add("");
    lines.add("Session %s, its work %s.".formatted(key, session.trace().taken().tip()));
    lines.add("");
    lines.addAll(records());
    List<String> fates = fates();
    if (!fates.isEmpty()) {
      lines.add(FIX_FORWARD);
      lines.add("");
      lines.addAll(fates);
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  /** The record as one comment; empty where nothing was found, which is no news. */
  Optional<String> comment(Session session) {
    if (reviews.stream().allMatch(review -> review.record().rows().isEmpty())) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "## Review Decision Record of %s (%s)".formatted(session.spec().issue(), key.session()));
    lines.add("");
    lines.addAll(bounded(records()));
    lines.add(FIX_FORWARD);
    lines.add("");
    lines.addAll(bounded(fates()));
    return Optional.of(String.join("\n", lines).stripTrailing() + "\n");
  }

  private List<String> records() {
    List<String> lines = new ArrayList<>();
    for (Review review : reviews) {
      lines.add("## " + title(review));
      lines.add("");
      lines.addAll(state.recordOf(review));
      lines.add("");
    }
    return lines;
  }

  private static String title(Review review) {
    return review.isInside() ? "Findings at its milestones" : "Findings of its review";
  }

  private List<String> fates() {
    List<String> lines = new ArrayList<>();
    for (Review review : reviews) {
      List<String> of = FixForward.lines(review.record(), row -> state.isMended(review, row));
      if (!of.isEmpty() && reviews.size() > 1) {
        lines.add("### " + title(review));
        lines.add("");
      }
      lines.addAll(of);
    }
    return lines;
  }

  /** Whole lines, as far as a comment takes them beside as many others. */
  private static List<String> bounded(List<String> lines) {
    List<String> shown = new ArrayList<>();
    int chars = 0;
    for (String line : lines) {
      chars += line.length() + 1;
      if (chars > Limits.SUMMARY_CHARS_MAX) {
        shown.addAll(List.of("", "Cut here: `signalbox reviews` shows all of it.", ""));
        return shown;
      }
      shown.add(line);
    }
    return shown;
  }
}
