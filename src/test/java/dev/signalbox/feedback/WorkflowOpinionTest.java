package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Severity;
import dev.signalbox.review.Voice;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What workflows of the repository hand in as reviewers, and what only looks like it. */
class WorkflowOpinionTest {
  private static final Account WORKFLOWS =
      new Account(
          41_898_282, "github-actions[bot]", Account.Kind.BOT, Optional.of("github-actions"));
  private static final String MARK = "<!-- signalbox-opinion security " + Said.TIP + " -->\n";

  private static String body(String severity) {
    return MARK
        + """
        `security` looked.

        ```json
        {"recommendation": "REVISE", "findings": [
        {"id": "A", "severity": "%s", "location": "src/Pay.java:12", "claim": "Unchecked", "evidence": "e"},
        {"id": "B", "severity": "Consider", "claim": "Long", "evidence": "e"}]}
        ```
        """
            .formatted(severity);
  }

  private static FeedbackItem read(Account author, Remark.Kind kind, String body) {
    PullRequest request = RemarksTest.request(Said.REPOSITORY);
    Remark remark =
        new Remark(
            "review:5",
            kind,
            author,
            false,
            Said.AT,
            body,
            Optional.of(Remark.Place.whole(Said.TIP)));
    return new Remarks(Said.REPOSITORY, Said.SPEAKERS, _ -> true).of(request, remark).getFirst();
  }

  private static Destination route(FeedbackItem item) {
    return FeedbackRouter.route(item, List.of(Said.session("S-A", "SHOP-1", 7)), Said.RULES);
  }

  @Test
  void itsFindingsComeUnderItsOwnName() {
    FeedbackItem item = read(WORKFLOWS, Remark.Kind.REVIEW_COMMENTED, body("Critical"));

    assertThat(OutsideFindings.voices(3, item, true))
        .extracting(Voice::reviewer, each -> each.finding().id(), each -> each.finding().severity())
        .containsExactly(
            Tuple.tuple("security", "A", Severity.CRITICAL),
            Tuple.tuple("security", "B", Severity.CONSIDER));
    assertThat(item.content().title()).isEqualTo("security: REVISE, 2 findings");
    assertThat(route(item))
        .isInstanceOfSatisfying(
            Destination.ToSession.class,
            to -> assertThat(to.use()).isEqualTo(Destination.Use.REQUIRED));
    assertThat(route(read(WORKFLOWS, Remark.Kind.REVIEW_COMMENTED, body("Important"))))
        .isInstanceOfSatisfying(
            Destination.ToSession.class,
            to -> assertThat(to.use()).isEqualTo(Destination.Use.DISCRETION));
  }

  @Test
  void whatFoundNothingIsCleanAndWhatCannotBeReadDidNotTakePlace() {
    String clean = MARK + "```json\n{\"recommendation\": \"APPROVE\", \"findings\": []}\n```\n";
    FeedbackItem passed = read(WORKFLOWS, Remark.Kind.REVIEW_COMMENTED, clean);
    assertThat(passed.content().result()).isEqualTo(Result.PASSED);
    assertThat(OutsideFindings.of(passed, true)).isEmpty();
    FeedbackItem failed =
        read(WORKFLOWS, Remark.Kind.REVIEW_COMMENTED, MARK + "You have hit your limit.");
    assertThat(failed.content().result()).isEqualTo(Result.FAILED);
    assertThat(OutsideFindings.of(failed, true)).isEmpty();
  }

  /** It has no workflow of ours, and may not be able to review at all. */
  @Test
  void anAgentThatWasAskedAnswersInAComment() {
    Account codex =
        new Account(
            199_175_422,
            "chatgpt-codex-connector[bot]",
            Account.Kind.BOT,
            Optional.of("chatgpt-codex-connector"));
    FeedbackItem item = read(codex, Remark.Kind.COMMENT, body("Critical"));

    assertThat(item.kind()).isEqualTo(FeedbackItem.Kind.REVIEW);
    assertThat(OutsideFindings.voices(3, item, true))
        .extracting(Voice::reviewer)
        .containsOnly("chatgpt-codex-connector[bot]");
    assertThat(OutsideReview.isAbout(item, Said.TIP)).isTrue();
    assertThat(route(item))
        .isInstanceOfSatisfying(
            Destination.ToSession.class,
            to -> assertThat(to.use()).isEqualTo(Destination.Use.REQUIRED));
  }

  /** Whatever anybody else could have written. */
  @Test
  void theMarkAloneIsNoOpinion() {
    List<FeedbackItem> others =
        List.of(
            read(
                new Account(9, "github-actions", Account.Kind.PERSON, Optional.empty()),
                Remark.Kind.REVIEW_COMMENTED,
                body("Critical")),
            read(
                new Account(9, "codecov[bot]", Account.Kind.BOT, Optional.of("codecov")),
                Remark.Kind.REVIEW_COMMENTED,
                body("Critical")),
            read(WORKFLOWS, Remark.Kind.REVIEW_COMMENTED, "Title: " + body("Critical")),
            read(WORKFLOWS, Remark.Kind.COMMENT, body("Critical")),
            new FeedbackItem(
                "x",
                new Speaker(Source.BOT, "github-actions[bot]", Standing.KNOWN),
                FeedbackItem.Kind.REVIEW,
                Subject.NOTHING,
                read(WORKFLOWS, Remark.Kind.COMMENT, body("Critical")).content(),
                Said.AT));
    assertThat(others)
        .allSatisfy(each ->
            assertThat(OutsideFindings.of(each, true))
                .extracting(Finding::id)
                .doesNotContain("A", "B"));
  }
}
