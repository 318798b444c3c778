package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.Finding;
import dev.signalbox.review.FreeForm;
import dev.signalbox.review.Location;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.Severity;
import dev.signalbox.review.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what came in from outside into the form that reviewers use (mission section 3). What finds
 * nothing is none: a review that did not take place, one that is clean, words of bots that name no
 * severity, previews. The item keeps its whole text in any case.
 */
public final class OutsideFindings {
  /** What is proposed instead, as forges let people accept it with one click. */
  private static final Pattern PROPOSAL =
      Pattern.compile("```suggestion[^\\n]*\\n(.*?)```", Pattern.DOTALL);

  /** Remarks that find nothing, as people write them. */
  private static final Pattern PLEASANT =
      Pattern.compile(
          "(?:lgtm|looks? (?:good|great)|thanks?|thank you|nice|great|approved|\\+1|ship it|done"
              + "|:[a-z+_0-9]+:|[^\\p{L}\\p{N}]+)[^\\p{L}\\p{N}]*(?:to me|work|you|all|so much)?"
              + "[^\\p{L}\\p{N}]*",
          Pattern.CASE_INSENSITIVE);

  /** An order to a bot: {@code @codex review}, {@code /rerun}. */
  private static final Pattern ORDER = Pattern.compile("[@/][\\w.-]{1,40}(?: [\\w-]{1,20}){0,3}");

  private static final int PLEASANT_CHARS_MAX = 80;

  private OutsideFindings() {}

  /**
   * What an item finds, in its order.
   *
   * @param isRequired whether it is to be addressed before the merge: what says nothing of its
   *     weight is important then
   */
  public static List<Finding> of(FeedbackItem item, boolean isRequired) {
    return switch (item.kind()) {
      case FINDING -> isStanding(item) ? List.of(whole(item, isRequired)) : List.of();
      case CHECK, DEPLOYMENT ->
          item.content().result() == Result.FAILED ? List.of(failed(item)) : List.of();
      case REVIEW ->
          opinion(item).map(OutsideFindings::handedIn).orElseGet(() -> said(item, isRequired));
      // What is said on an issue is about what to do, and reviews nothing that was done.
      case COMMENT -> item.subject().pullRequest().isPresent() ? said(item, isRequired) : List.of();
      case THREAD, PULL_REQUEST, PUSH, ISSUE, AGENT, ALERT -> List.of();
    };
  }

  /** The same as voices of the decision record. */
  public static List<Voice> voices(long number, FeedbackItem item, boolean isRequired) {
    String reviewer = opinion(item).map(WorkflowOpinion::reviewer).orElse(item.speaker().login());
    return of(item, isRequired).stream()
        .map(finding ->
            new Voice(
                number,
                reviewer,
                item.speaker().source().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                isRequired,
                finding,
                Voice.Outcome.OPEN))
        .toList();
  }

  private static Optional<WorkflowOpinion> opinion(FeedbackItem item) {
    return item.kind() == Kind.REVIEW
        ? WorkflowOpinion.of(item.speaker(), item.content().text())
        : Optional.empty();
  }

  private static List<Finding> handedIn(WorkflowOpinion opinion) {
    return opinion.reading().opinion().map(Opinion::findings).orElse(List.of());
  }

  private static boolean isStanding(FeedbackItem item) {
    return switch (item.content().result()) {
      case NONE, OPENED, REOPENED, CHANGED, PENDING, CHANGES_REQUESTED -> true;
      case PASSED, FAILED, MERGED, CLOSED, APPROVED, WITHDRAWN -> false;
    };
  }

  private static Finding failed(FeedbackItem item) {
    return finding(item, 1, Severity.CRITICAL, place(item), item.content().title(), words(item));
  }

  private static Finding whole(FeedbackItem item, boolean isRequired) {
    Severity severity = item.content().severity().orElse(unrated(isRequired));
    return finding(item, 1, severity, place(item), item.content().title(), words(item));
  }

  private static List<Finding> said(FeedbackItem item, boolean isRequired) {
    boolean isPerson = item.speaker().source() == Source.PERSON;
    List<FreeForm.Part> parts = FreeForm.parts(words(item));
    boolean isToldApart = parts.size() > 1;
    boolean isDemand = item.content().result() == Result.CHANGES_REQUESTED;
    if (!isStanding(item) || parts.isEmpty() || isPleasant(item)) {
      return List.of();
    }
    if (!isPerson && !isToldApart && !isDemand) {
      // What bots say between their findings is about findings, and none.
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (FreeForm.Part part : parts) {
      if (findings.size() < ReviewLimits.FINDINGS_MAX) {
        findings.add(
            finding(
                item,
                findings.size() + 1,
                part.severity().or(item.content()::severity).orElse(unrated(isRequired)),
                isToldApart ? part.place() : place(item).or(part::place),
                part.title().isEmpty() ? item.content().title() : part.title(),
                part.text()));
      }
    }
    return List.copyOf(findings);
  }

  private static boolean isPleasant(FeedbackItem item) {
    String text = words(item).strip();
    return text.length() <= PLEASANT_CHARS_MAX
        && (PLEASANT.matcher(text).matches() || ORDER.matcher(text).matches());
  }

  private static Severity unrated(boolean isRequired) {
    return isRequired ? Severity.IMPORTANT : Severity.CONSIDER;
  }

  private static String words(FeedbackItem item) {
    String text = item.content().text();
    return text.isBlank() && item.kind() != Kind.REVIEW ? item.content().title() : text;
  }

  private static Optional<Location> place(FeedbackItem item) {
    return item.content().place().flatMap(Location::of);
  }

  private static Finding finding(
      FeedbackItem item,
      int number,
      Severity severity,
      Optional<Location> place,
      String claim,
      String text) {
    Matcher proposal = PROPOSAL.matcher(text);
    return new Finding(
        "F" + number,
        severity,
        place,
        Words.start(claim.isBlank() ? item.content().title() : claim, ReviewLimits.CLAIM_CHARS_MAX),
        Words.start(text, ReviewLimits.EVIDENCE_CHARS_MAX),
        proposal.find() ? Words.start(proposal.group(1), ReviewLimits.EVIDENCE_CHARS_MAX) : "");
  }
}
