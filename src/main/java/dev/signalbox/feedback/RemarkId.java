package dev.signalbox.feedback;

import dev.signalbox.feedback.FeedbackItem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which remark on a pull request an item came from: what an answer to it has to name. */
public final class RemarkId {
  private static final Pattern OWN =
      Pattern.compile("github:((?:review-comment|issue-comment|review):[0-9]{1,19})(?::.*)?");

  /** Reviewers give one finding one id of theirs, so that its address tells the remark. */
  private static final List<Place> PLACES =
      List.of(
          new Place("review-comment:", Pattern.compile(".*#discussion_r([0-9]{1,19})")),
          new Place("issue-comment:", Pattern.compile(".*#issuecomment-([0-9]{1,19})")),
          new Place("review:", Pattern.compile(".*#pullrequestreview-([0-9]{1,19})")));

  private record Place(String kind, Pattern address) {
    Optional<String> in(String url) {
      Matcher found = address.matcher(url);
      return found.matches() ? Optional.of(kind + found.group(1)) : Optional.empty();
    }
  }

  private RemarkId() {}

  /**
   * The forge's own id with its kind, such as {@code review-comment:123}; empty for what nobody
   * said on a pull request.
   */
  public static Optional<String> of(FeedbackItem item) {
    boolean isSaid =
        item.kind() == Kind.FINDING || item.kind() == Kind.COMMENT || item.kind() == Kind.REVIEW;
    if (!isSaid || item.subject().pullRequest().isEmpty()) {
      return Optional.empty();
    }
    Matcher own = OWN.matcher(item.id());
    return own.matches()
        ? Optional.of(own.group(1))
        : item.content()
            .url()
            .flatMap(url -> PLACES.stream().flatMap(place -> place.in(url).stream()).findFirst());
  }
}
