package dev.signalbox.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Checks.Result;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.forge.PullRequestLook.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What matters of a pull request to who waits for it. */
class PullRequestLookTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Remark> remarks = new ArrayList<>();

  private static Account account(String login) {
    return new Account(1, login, Account.Kind.PERSON, Optional.empty());
  }

  private static PullRequest request(PullRequest.State.Kind kind) {
    return new PullRequest(
        1,
        "https://forge.invalid/1",
        new PullRequest.Text("A title", "", List.of()),
        new PullRequest.Head("work", Optional.of("shop/web"), "abc", "main"),
        new PullRequest.State(kind, false, Optional.empty(), AT),
        new PullRequest.Size(Optional.empty(), Optional.empty()),
        account("ana"));
  }

  private static PullRequestLook look(Result... results) {
    List<Checks.Check> all = new ArrayList<>();
    for (Result result : results) {
      all.add(new Checks.Check("check-" + all.size(), "ci", result, ""));
    }
    return PullRequestLook.of(
        request(PullRequest.State.Kind.OPEN), new Checks(all), List.of(), Set.of());
  }

  private boolean isChangeRequestedAfter(String login, Remark.Kind kind) {
    remarks.add(
        new Remark(
            "r:" + remarks.size(), kind, account(login), false, AT, "words", Optional.empty()));
    return isChangeRequested(Set.of("ana", "ben"));
  }

  private boolean isChangeRequested(Set<String> writers) {
    return PullRequestLook.of(
            request(PullRequest.State.Kind.OPEN), new Checks(List.of()), remarks, writers)
        .isChangeRequested();
  }

  @Test
  void checksStandTogetherAsTheWorstOfThem() {
    assertThat(look().checked()).isEqualTo(Checked.NONE);
    assertThat(look(Result.PASSED, Result.NEUTRAL).checked()).isEqualTo(Checked.PASSED);
    assertThat(look(Result.PASSED, Result.PENDING).checked()).isEqualTo(Checked.PENDING);
    assertThat(look(Result.FAILED, Result.PENDING).checked()).isEqualTo(Checked.FAILED);
    assertThat(look(Result.FAILED, Result.PASSED, Result.FAILED).failed())
        .containsExactly("check-0", "check-2");
    assertThat(look().head()).isEqualTo("abc");
  }

  @Test
  void itStandsAsTheForgeSays() {
    Checks none = new Checks(List.of());
    for (PullRequest.State.Kind kind : PullRequest.State.Kind.values()) {
      assertThat(PullRequestLook.of(request(kind), none, List.of(), Set.of()).standing())
          .isEqualTo(Standing.valueOf(kind.name()));
    }
  }

  @Test
  void eachReviewersLastVerdictCounts() {
    assertThat(isChangeRequestedAfter("ana", Remark.Kind.REVIEW_APPROVED)).isFalse();
    assertThat(isChangeRequestedAfter("ana", Remark.Kind.REVIEW_CHANGES_REQUESTED)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.REVIEW_CHANGES_REQUESTED)).isTrue();
    assertThat(isChangeRequestedAfter("ana", Remark.Kind.REVIEW_APPROVED)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.REVIEW_COMMENTED)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.COMMENT)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.LINE)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.REACTION)).isTrue();
    assertThat(isChangeRequestedAfter("ben", Remark.Kind.REVIEW_DISMISSED)).isFalse();
  }

  @Test
  void strangersAndBotsHoldNothingUp() {
    assertThat(isChangeRequestedAfter("eve", Remark.Kind.REVIEW_CHANGES_REQUESTED)).isFalse();
    Account bot = new Account(2, "ana", Account.Kind.BOT, Optional.of("ana"));
    remarks.clear();
    remarks.add(
        new Remark(
            "r:9",
            Remark.Kind.REVIEW_CHANGES_REQUESTED,
            bot,
            false,
            AT,
            "words",
            Optional.empty()));
    assertThat(PullRequestLook.objectors(remarks)).isEmpty();
    assertThat(isChangeRequested(Set.of("ana"))).isFalse();
  }
}
