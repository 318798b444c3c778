package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  /** The remark as feedback; nothing for what says nothing to the work, and for our own words. */
  public List<FeedbackItem> of(PullRequest request, Remark remark) {
    if (remark.isOwn() || Words.isOwn(remark.body())) {
      return List.of();
    }
    boolean isPerson = remark.author().kind() != Account.Kind.BOT;
    Speaker speaker =
        speakers.of(remark.author(), isPerson && isMember.test(remark.author().login()));
    Heard heard = new Heard(request, remark, speaker, BotRemark.of(speaker, remark.body()));
    return switch (remark.kind()) {
      case COMMENT -> comment(heard);
      case REVIEW_COMMENTED -> review(heard, Result.NONE);
      case REVIEW_APPROVED -> review(heard, Result.APPROVED);
      case REVIEW_CHANGES_REQUESTED -> review(heard, Result.CHANGES_REQUESTED);
      case REVIEW_DISMISSED -> review(heard, Result.WITHDRAWN);
      case LINE -> List.of(line(heard));
      case REACTION -> reaction(heard);
    };
  }

  private record Heard(PullRequest request, Remark remark, Speaker speaker, BotRemark said) {

    String id() {
      return "github:" + remark.id();
    }

    Result judged(Result state) {
      return said.judged(speaker, state, remark.body());
    }
  }

  private List<FeedbackItem> comment(Heard heard) {
    if (heard.speaker().source() == Source.VERCEL) {
      Instant at = heard.remark().at();
      return VercelComment.of(heard.remark().body()).told(at).stream()
          .map(told -> item(heard, heard.id() + told.id(), told.kind(), told.content()))
          .toList();
    }
    boolean isReview = heard.said().isReview(heard.speaker(), heard.remark().body());
    return List.of(
        isReview
            ? item(heard, heard.id(), Kind.REVIEW, content(heard, heard.judged(Result.NONE)))
            : item(heard, heard.id(), Kind.COMMENT, content(heard, Result.NONE)));
  }

  private List<FeedbackItem> review(Heard heard, Result state) {
    boolean isWordless = state == Result.NONE && heard.remark().body().isBlank();
    if (isWordless && !heard.speaker().isReviewer()) {
      return List.of();
    }
    String id = heard.id() + (state == Result.WITHDRAWN ? ":dismissed" : ":submitted");
    return List.of(item(heard, id, Kind.REVIEW, content(heard, heard.judged(state))));
  }

  private FeedbackItem line(Heard heard) {
    Optional<Remark.Place> place = heard.remark().place();
    if (place.filter(Remark.Place::isResolved).isPresent()) {
      return item(heard, heard.id() + ":resolved", Kind.THREAD, closed(heard));
    }
    // What a bot answers in a thread is no new finding.
    boolean isBotsAnswer =
        heard.speaker().source() != Source.PERSON
            && place.filter(Remark.Place::isAnswer).isPresent();
    return item(
        heard,
        heard.said().key().orElse(heard.id()),
        isBotsAnswer ? Kind.COMMENT : Kind.FINDING,
        content(heard, Result.NONE));
  }

  /** GitHub tells no reactions: a thumb of a reviewer that found nothing is seen only so. */
  private List<FeedbackItem> reaction(Heard heard) {
    boolean isClean =
        heard.speaker().source() == Source.CODEX && heard.remark().body().equals("+1");
    return isClean
        ? List.of(item(heard, heard.id(), Kind.REVIEW, content(heard, Result.PASSED)))
        : List.of();
  }

  private FeedbackItem item(Heard heard, String id, Kind kind, Content content) {
    return new FeedbackItem(
        id.toLowerCase(Locale.ROOT),
        heard.speaker(),
        kind,
        subject(heard),
        content,
        heard.remark().at());
  }

  /** A fork can have a branch of any name, so it does not tell the session's. */
  private Subject subject(Heard heard) {
    PullRequest.Head head = heard.request().head();
    boolean isFromHere = head.repository().filter(repository::equalsIgnoreCase).isPresent();
    return new Subject(
        Optional.of(repository),
        Optional.empty(),
        Optional.of(heard.request().number()),
        isFromHere ? Optional.of(head.branch()) : Optional.empty(),
        isFromHere ? heard.remark().place().map(Remark.Place::commit) : Optional.empty());
  }

  private static Content content(Heard heard, Result result) {
    String title = Words.line(heard.said().title());
    return new Content(
        title.isEmpty() ? "(without words)" : title,
        Words.text(PromptBlocks.without(heard.remark().body())),
        heard.said().severity(),
        result,
        place(heard).or(() -> heard.said().place().map(Words::line)),
        Words.url(Optional.of(url(heard))),
        Optional.empty());
  }

  private static Content closed(Heard heard) {
    return new Content(
        Words.line(heard.remark().body()),
        "",
        Optional.empty(),
        Result.CLOSED,
        place(heard),
        Words.url(Optional.of(url(heard))),
        Optional.empty());
  }

  private static Optional<String> place(Heard heard) {
    return heard
        .remark()
        .place()
        .filter(at -> !at.path().isEmpty())
        .flatMap(at -> Words.place(Optional.of(at.path()), at.line()));
  }

  private static String url(Heard heard) {
    String id = heard.remark().id();
    String page = heard.request().url();
    String number = id.substring(id.indexOf(':') + 1);
    return switch (heard.remark().kind()) {
      case COMMENT -> page + "#issuecomment-" + number;
      case LINE -> page + "#discussion_r" + number;
      case REVIEW_COMMENTED, REVIEW_APPROVED, REVIEW_CHANGES_REQUESTED, REVIEW_DISMISSED ->
          page + "#pullrequestreview-" + number;
      case REACTION -> page;
    };
  }
}
