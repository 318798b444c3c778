package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How work is shown on the forge, and what stands against merging it there. */
class PullRequestRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun taken() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A");
  }

  private static EngineRun opened() {
    EngineRun run = taken();
    run.give(
        new Input.PullRequestOpened(run.cause("S-A"), A, 7, "forge/7", "scripted/a", "tip-S-A"));
    return run;
  }

  private static void seen(EngineRun run, Standing standing, Checked checked) {
    seen(run, "tip-S-A", standing, checked, false);
  }

  private static void seen(
      EngineRun run, String head, Standing standing, Checked checked, boolean isRequested) {
    run.give(
        new Input.PullRequestSeen(
            A, new PullRequestLook(head, standing, checked, List.of(), isRequested), List.of()));
  }

  @Test
  void workThatIsTakenInIsShownBeforeAnythingElse() {
    EngineRun run = taken();
    assertThat(run.effects()).contains(new Effect.OpenPullRequest(run.cause("S-A"), A, "tip-S-A"));
    assertThat(run.word("S-A")).isEqualTo("InReview");
  }

  @Test
  void itMergesWhenItsChecksHavePassed() {
    EngineRun run = opened();
    seen(run, Standing.OPEN, Checked.PENDING);
    assertThat(run.word("S-A")).isEqualTo("InReview");
    seen(run, Standing.OPEN, Checked.PASSED);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void failedChecksAndRequestedChangesHoldItBack() {
    EngineRun run = opened().later(Duration.ofHours(1));
    seen(run, Standing.OPEN, Checked.FAILED);
    run.tick();
    assertThat(run.word("S-A")).isEqualTo("InReview");
    seen(run, "tip-S-A", Standing.OPEN, Checked.PASSED, true);
    run.tick();
    assertThat(run.word("S-A")).isEqualTo("InReview");
  }

  @Test
  void withoutChecksItWaitsUntilTheyWouldHaveAppeared() {
    EngineRun run = opened();
    seen(run, Standing.OPEN, Checked.NONE);
    run.tick();
    assertThat(run.word("S-A")).isEqualTo("InReview");
    run.later(Duration.ofMinutes(2)).tick();
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void oneThatAPersonClosedWaitsForAPerson() {
    EngineRun run = opened();
    seen(run, Standing.CLOSED, Checked.PASSED);
    assertThat(run.gate(GateKind.LANDING).shown()).contains("forge/7", "closed");
    run.approve(GateKind.LANDING);
    assertThat(run.effects()).anyMatch(Effect.OpenPullRequest.class::isInstance);
  }

  @Test
  void commitsOfOthersOnItAreAPersonsDecision() {
    EngineRun run = opened();
    seen(run, "stranger", Standing.OPEN, Checked.PASSED, false);
    assertThat(run.gate(GateKind.LANDING).shown()).contains("tip-S-A", "stranger");
    assertThat(run.word("S-A")).isEqualTo("InReview");
  }

  @Test
  void oneThatAPersonMergedGoesItsWayToTheBase() {
    EngineRun run = opened();
    seen(run, Standing.MERGED, Checked.NONE);
    assertThat(run.effects()).anyMatch(Effect.ComputeMerge.class::isInstance);
  }

  @Test
  void onThatCannotBeOpenedWaitsForAPersonAndLosesNothing() {
    EngineRun run = taken().stepFailed("S-A", false);
    assertThat(run.word("S-A")).isEqualTo("InReview");
    assertThat(run.gate(GateKind.LANDING).shown()).contains("index.lock");
    assertThat(run.give(new Input.Retry(A, "ann"))).isEqualTo(new Answer.Taken());
    assertThat(run.effects()).anyMatch(Effect.OpenPullRequest.class::isInstance);
  }

  @Test
  void aPersonLooksAfterTheChecksWhereOneHasTo() {
    EngineRun run =
        Example.of("S-A").pullRequests().reviewed().open().working("S-A").handsIn("S-A");
    run.give(
        new Input.PullRequestOpened(run.cause("S-A"), A, 7, "forge/7", "scripted/a", "tip-S-A"));
    assertThat(run.hasGate(GateKind.MERGE)).isFalse();
    seen(run, Standing.OPEN, Checked.PASSED);
    assertThat(run.decide(GateKind.MERGE, new GateDecision.Approved()))
        .isEqualTo(new Answer.Taken());
  }
}
