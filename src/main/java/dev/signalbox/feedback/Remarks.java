package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was read on a pull request instead of being told by a webhook. What both tell has one id, so
 * that it counts once.
 *
 * @param repository {@code owner/name}
 * @param isMember whether a login has a role in the repository
 */
public record Remarks(String repository, Speakers speakers, Predicate<String> isMember) {

  /** The remark as feedback; empty for what says nothing to the work, and for our own words. */
  public Optional<FeedbackItem> of(PullRequest request, Remark remark) {
    if (Words.isOwn(remark.body())) {
      return Optional.empty();
    }
    boolean isPerson = remark.author().kind() != Account.Kind.BOT;
    Speaker speaker =
        speakers.of(remark.author(), isPerson && isMember.test(remark.author().login()));
    BotRemark said = BotRemark.of(speaker.source(), remark.body());
    return switch (remark.kind()) {
      case COMMENT -> Optional.of(item(request, remark, speaker, said, comment(speaker, said)));
      case REVIEW_COMMENTED -> review(request, remark, speaker, said, said.result());
      case REVIEW_APPROVED -> review(request, remark, speaker, said, Result.APPROVED);
      case REVIEW_CHANGES_REQUESTED ->
          review(request, remark, speaker, said, Result.CHANGES_REQUESTED);
      case REVIEW_DISMISSED -> review(request, remark, speaker, said, Result.WITHDRAWN);
      case LINE -> Optional.of(line(request, remark, speaker, said));
      case REACTION -> reaction(request, remark, speaker, said);
    };
  }

  private record What(String id, Kind kind, Result result) {}

  private static What comment(Speaker speaker, BotRemark said) {
    boolean isReview = speaker.source() == Source.CODEX;
    return new What("", isReview ? Kind.REVIEW : Kind.COMMENT, said.result());
  }

  private Optional<FeedbackItem> review(
      PullRequest request, Remark remark, Speaker speaker, BotRemark said, Result result) {
    if (remark.body().isBlank() && result == Result.NONE) {
      return Optional.empty();
    }
    String kind = result == Result.WITHDRAWN ? ":dismissed" : ":submitted";
    return Optional.of(
        item(
            request,
            remark,
            speaker,
            said,
            new What("github:" + remark.id() + kind, Kind.REVIEW, result)));
  }

  private FeedbackItem line(PullRequest request, Remark remark, Speaker speaker, BotRemark said) {
    boolean isResolved = remark.place().filter(Remark.Place::isResolved).isPresent();
    String id = "github:" + remark.id();
    return item(
        request,
        remark,
        speaker,
        said,
        isResolved
            ? new What(id + ":resolved", Kind.THREAD, Result.CLOSED)
            : new What(said.key().orElse(id), Kind.FINDING, Result.NONE));
  }

  /** GitHub tells no reactions: a thumb of a reviewer that found nothing is seen only so. */
  private Optional<FeedbackItem> reaction(
      PullRequest request, Remark remark, Speaker speaker, BotRemark said) {
    boolean isClean = speaker.source() == Source.CODEX && remark.body().equals("+1");
    return isClean
        ? Optional.of(
            item(
                request,
                remark,
                speaker,
                said,
                new What("github:" + remark.id(), Kind.REVIEW, Result.PASSED)))
        : Optional.empty();
  }

  private FeedbackItem item(
      PullRequest request, Remark remark, Speaker speaker, BotRemark said, What what) {
    String title = Words.line(said.title());
    return new FeedbackItem(
        what.id().isEmpty() ? "github:" + remark.id() : what.id(),
        speaker,
        what.kind(),
        new Subject(
            Optional.of(repository),
            Optional.empty(),
            Optional.of(request.number()),
            Optional.of(request.head().branch()),
            remark.place().map(Remark.Place::commit)),
        new Content(
            title.isEmpty() ? "(without words)" : title,
            Words.text(PromptBlocks.without(remark.body())),
            said.severity(),
            what.result(),
            remark.place().flatMap(at -> Words.place(Optional.of(at.path()), at.line())),
            Optional.of(request.url() + "#" + anchor(remark)),
            Optional.empty()),
        remark.at());
  }

  private static String anchor(Remark remark) {
    String number = remark.id().substring(remark.id().indexOf(':') + 1);
    return switch (remark.kind()) {
      case COMMENT -> "issuecomment-" + number;
      case LINE -> "discussion_r" + number;
      case REVIEW_COMMENTED, REVIEW_APPROVED, REVIEW_CHANGES_REQUESTED, REVIEW_DISMISSED ->
          "pullrequestreview-" + number;
      case REACTION -> "";
    };
  }
}
