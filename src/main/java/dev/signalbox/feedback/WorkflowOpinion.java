package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.OpinionReader;
import dev.signalbox.review.OpinionReading;
import dev.signalbox.review.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is handed in as a review in the form of reviewers (docs/guide/reviews.md), by a workflow of
 * the repository or by an agent that was asked for it. The mark alone is nothing: anybody can write
 * it. It counts from the account of workflows and from agents of the catalogue, as the first line.
 *
 * @param reviewer as a workflow calls it in the mark; an agent is called by its account
 * @param commit that it is about, in whole
 * @param reading the findings, or why there are none
 */
record WorkflowOpinion(String reviewer, String commit, OpinionReading reading) {
  private static final Pattern MARK =
      Pattern.compile(
          "<!-- signalbox-opinion ([A-Za-z0-9][A-Za-z0-9-]{0,39}) ([0-9a-f]{40,64}) -->");
  private static final String ACCOUNT = "github-actions[bot]";

  /** The opinion; empty for whatever is none. */
  static Optional<WorkflowOpinion> of(Speaker speaker, String text) {
    if (!isWorkflow(speaker) && !speaker.isAgent()) {
      return Optional.empty();
    }
    Matcher mark = MARK.matcher(text.lines().findFirst().orElse("").strip());
    return mark.matches()
        ? Optional.of(
            new WorkflowOpinion(
                isWorkflow(speaker) ? mark.group(1) : speaker.login(),
                mark.group(2),
                OpinionReader.read(mark.group(1), text)))
        : Optional.empty();
  }

  private static boolean isWorkflow(Speaker speaker) {
    return speaker.source() == Source.CI && speaker.login().equals(ACCOUNT);
  }

  /** The same in the form of what bots say. */
  BotRemark remark() {
    return new BotRemark(title(), severity(), Optional.empty(), Optional.empty(), result());
  }

  private String title() {
    return reading
        .opinion()
        .map(it -> "%s: %s, %d findings".formatted(reviewer, it.recommendation(), count(it)))
        .orElse(reviewer + " handed in no findings in their form");
  }

  private static int count(Opinion opinion) {
    return opinion.findings().size();
  }

  private Optional<Severity> severity() {
    return reading.opinion().stream()
        .flatMap(it -> it.findings().stream())
        .map(Finding::severity)
        .reduce(Severity::or);
  }

  /** One that cannot be read did not take place; one that found nothing is clean. */
  private Result result() {
    return reading
        .opinion()
        .map(it -> it.findings().isEmpty() ? Result.PASSED : Result.NONE)
        .orElse(Result.FAILED);
  }
}
