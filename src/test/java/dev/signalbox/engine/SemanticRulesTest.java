package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Approaches that do not fit together: both are shown, a person chooses, the other ends. */
class SemanticRulesTest {
  private static EngineRun flagged() {
    EngineRun run = Example.of("S-A S-B").open().working("S-A").working("S-B");
    return run.heard("S-A", new AgentSignal.ConflictFlagged("S-B keeps prices in cents"));
  }

  private static Answer says(EngineRun run, String words) {
    return run.decide(GateKind.SEMANTIC, new GateDecision.Answered(List.of(words)));
  }

  @Test
  void bothApproachesAreShown() {
    assertThat(flagged().gate(GateKind.SEMANTIC).shown())
        .contains(
            "S-B keeps prices in cents",
            "Approach of S-A: SHOP-A, phase 1A, by scripted",
            "Approach of S-B: SHOP-B, phase 1B, by scripted",
            "answer: keep S-A: why");
  }

  @Test
  void oneIsKeptAndTheOtherEndsWithTheExplanation() {
    EngineRun run = flagged();
    assertThat(says(run, "keep S-B: cents are exact")).isEqualTo(new Answer.Taken());
    assertThat(run.said("S-B").toString()).contains("cents are exact", "prices in cents");
    run.exits("S-A", 143);
    assertThat(run.at("S-A").state())
        .isEqualTo(new SessionState.Abandoned("ann chose S-B (SHOP-B): cents are exact"));
    assertThat(run.word("S-B")).isEqualTo("Working");
  }

  @Test
  void onlyWhoStandsStillIsKept() {
    EngineRun run = flagged();
    assertThat(says(run, "keep S-C"))
        .isEqualTo(new Answer.Refused("expected one of [S-A, S-B] to keep, found S-C"));
    run.cancels("S-A").exits("S-A", 143);
    assertThat(says(run, "keep S-A"))
        .isEqualTo(new Answer.Refused("expected one of [S-B] to keep, found S-A"));
    // Nobody is named: it is advice for all who go on.
    assertThat(says(run, "keep it simple")).isEqualTo(new Answer.Taken());
    assertThat(run.said("S-B").toString()).contains("keep it simple");
  }

  /** Feedback reconciliation of two agents' pull requests for related issues. */
  @Test
  void theRejectedPullRequestOfTwoIsClosedWithTheExplanation() {
    EngineRun run = Example.of("S-A S-B").pullRequests().open();
    run.working("S-A").working("S-B");
    run.handsIn("S-A").shown("S-A").handsIn("S-B").shown("S-B");
    run.passes("S-A").merges("S-A").passes("S-B");
    run.computed("S-B", new MergeOutcome.Clean("b1", "merge-S-B", List.of()));
    run.checked("S-B", new VerifyOutcome.Failed(1, "a red test"));

    assertThat(run.gate(GateKind.SEMANTIC).shown())
        .contains("a red test", "Approach of S-A", "Approach of S-B", "Pull request: forge/7");
    run.reject(GateKind.SEMANTIC, "the prices of SHOP-A stay");
    assertThat(Engine.outstanding(run.state()))
        .filteredOn(Effect.ClosePullRequest.class::isInstance)
        .extracting(effect -> ((Effect.ClosePullRequest) effect).why())
        .containsExactly("ann rejected its approach: the prices of SHOP-A stay");
    assertThat(run.at("S-A").state()).isInstanceOf(SessionState.Merged.class);
  }
}
