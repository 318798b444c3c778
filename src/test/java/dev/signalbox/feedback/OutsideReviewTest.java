package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Remark;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has looked at which commit, as it stands on a pull request. */
class OutsideReviewTest {
  private static final String OTHER = "f".repeat(40);
  private static final Instant BEFORE = Said.AT.minusSeconds(1);
  private static final Instant AFTER = Said.AT.plusSeconds(1);
  private static final Account COPILOT =
      new Account(
          175_728_472, "Copilot", Account.Kind.BOT, Optional.of("copilot-pull-request-reviewer"));
  private static final Account CODEX =
      new Account(
          199_175_422,
          "chatgpt-codex-connector[bot]",
          Account.Kind.BOT,
          Optional.of("chatgpt-codex-connector"));

  private static FeedbackItem read(
      Account author, Remark.Kind kind, String body, boolean isPlaced) {
    Remark remark =
        new Remark(
            "review:5",
            kind,
            author,
            false,
            Said.AT,
            body,
            Optional.of(Remark.Place.whole(Said.TIP)).filter(_ -> isPlaced));
    return new Remarks(Said.REPOSITORY, Said.SPEAKERS, _ -> true)
        .of(RemarksTest.request(Said.REPOSITORY), remark)
        .getFirst();
  }

  @Test
  void aReviewIsOfItsCommitWhetherItFindsAnythingOrNot() {
    FeedbackItem clean =
        read(
            COPILOT,
            Remark.Kind.REVIEW_COMMENTED,
            "Copilot reviewed 2 files and generated no comments.",
            true);
    FeedbackItem found =
        read(COPILOT, Remark.Kind.REVIEW_COMMENTED, "Copilot reviewed 2 files.", true);

    assertThat(OutsideReview.isOf(clean, Said.TIP, AFTER)).isTrue();
    assertThat(OutsideReview.isOf(found, Said.TIP, AFTER)).isTrue();
    assertThat(OutsideReview.isOf(clean, OTHER, BEFORE)).isFalse();
  }

  @Test
  void whatDidNotTakePlaceOrIsNoReviewIsNone() {
    FeedbackItem failed =
        read(
            COPILOT,
            Remark.Kind.REVIEW_COMMENTED,
            "Copilot encountered an error and was unable to review this pull request.",
            true);
    FeedbackItem line = read(COPILOT, Remark.Kind.LINE, "The digit is missing.", true);
    FeedbackItem words = read(CODEX, Remark.Kind.COMMENT, "I am on it.", false);

    assertThat(OutsideReview.isOf(failed, Said.TIP, BEFORE)).isFalse();
    assertThat(OutsideReview.isOf(line, Said.TIP, BEFORE)).isFalse();
    assertThat(OutsideReview.isAbout(line, Said.TIP)).isTrue();
    assertThat(OutsideReview.isOf(words, Said.TIP, BEFORE)).isFalse();
  }

  /** As Codex says it below a pull request, and with a thumb. */
  @Test
  void aCleanWordCountsForTheCommitThatItNamesOrForWhatIsShownBefore() {
    String clean = "Codex Review: Didn't find any major issues. Breezy!";
    String named = clean + "\n\n**Reviewed commit:** `%s`";
    FeedbackItem ours =
        read(CODEX, Remark.Kind.COMMENT, named.formatted(Said.TIP.substring(0, 10)), false);
    FeedbackItem earlier = read(CODEX, Remark.Kind.COMMENT, named.formatted("abcdef0123"), false);
    FeedbackItem thumb = read(CODEX, Remark.Kind.REACTION, "+1", false);

    assertThat(OutsideReview.isOf(ours, Said.TIP, AFTER)).isTrue();
    assertThat(OutsideReview.isOf(earlier, Said.TIP, BEFORE)).isFalse();
    assertThat(OutsideReview.isOf(thumb, Said.TIP, BEFORE)).isTrue();
    assertThat(OutsideReview.isOf(thumb, Said.TIP, AFTER)).isFalse();
  }
}
