package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which commit somebody outside has looked at. */
public final class OutsideReview {
  /** As Codex ends what it says of a clean change. */
  private static final Pattern NAMED =
      Pattern.compile("\\*{0,2}Reviewed commit:?\\*{0,2}:? *`?([0-9a-fA-F]{7,64})\\b");

  private static final int PREFIX_CHARS_MIN = 7;

  private OutsideReview() {}

  /**
   * Under which name a review in the form of reviewers was handed in; empty for all other words.
   */
  public static Optional<String> reviewer(FeedbackItem item) {
    return opinion(item).map(WorkflowOpinion::reviewer);
  }

  private static Optional<WorkflowOpinion> opinion(FeedbackItem item) {
    return item.kind() == Kind.REVIEW
        ? WorkflowOpinion.of(item.speaker(), item.content().text())
        : Optional.empty();
  }

  /** Whether it says something of that commit, and of no other; what names none does not. */
  public static boolean isAbout(FeedbackItem item, String commit) {
    String whole = commit.toLowerCase(Locale.ROOT);
    return commit(item)
        .filter(named ->
            named.equals(whole) || (named.length() >= PREFIX_CHARS_MIN && whole.startsWith(named)))
        .isPresent();
  }

  /**
   * Whether it says that its sender has looked at the commit, with findings or without. A review
   * that did not take place, or was taken back, is none.
   *
   * @param since when the commit was shown: whoever says that all is well and names no commit has
   *     to say it later
   */
  public static boolean isOf(FeedbackItem item, String commit, Instant since) {
    if (item.kind() != Kind.REVIEW) {
      return false;
    }
    Result result = item.content().result();
    boolean isStanding = result != Result.FAILED && result != Result.WITHDRAWN;
    boolean isClean = result == Result.PASSED && commit(item).isEmpty();
    return isStanding && (isAbout(item, commit) || (isClean && !item.at().isBefore(since)));
  }

  /** The commit, as its sender names it: the first seven digits or more, in lower case. */
  private static Optional<String> commit(FeedbackItem item) {
    return opinion(item)
        .map(WorkflowOpinion::commit)
        .or(() -> item.subject().commit())
        .or(() -> named(item.content().text()))
        .map(commit -> commit.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> named(String text) {
    Matcher matcher = NAMED.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
