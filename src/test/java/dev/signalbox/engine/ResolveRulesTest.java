package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A branch that does not merge: a person resolves it, its session does, or one of its own. */
class ResolveRulesTest {
  private static EngineRun conflicting() {
    EngineRun run = Example.of("S-A S-B").open().working("S-A").working("S-B");
    run.handsIn("S-A", "src/a").merges("S-A").handsIn("S-B", "src/a");
    return conflicts(run);
  }

  private static EngineRun conflicts(EngineRun run) {
    return run.computed(
        "S-B", new MergeOutcome.Conflict("b1", List.of("src/a"), "<<<<<<< ours\n>>>>>>> theirs"));
  }

  private static Answer says(EngineRun run, String words) {
    return run.decide(GateKind.CONFLICT, new GateDecision.Answered(List.of(words)));
  }

  private static EngineRun resolving() {
    EngineRun run = conflicting();
    assertThat(says(run, "resolve")).isEqualTo(new Answer.Taken());
    return run.working("S-C");
  }

  private static EngineRun resolved(EngineRun run, Optional<String> lack) {
    run.completes("S-C").seen("S-C", EngineRun.goodLook()).exits("S-C", 0);
    run.give(
        new Input.TakenIn(
            run.cause("S-C"),
            new SessionId("S-C"),
            new TakeInOutcome.TakenIn("resolved", List.of("src/a")),
            new WorkLook.Seen(List.of(), List.of(new SessionId("S-A")), lack)));
    return run;
  }

  @Test
  void theGateShowsBothSidesAndWhatCanBeDone() {
    assertThat(conflicting().gate(GateKind.CONFLICT).shown())
        .contains(
            "S-B finished after what `main` holds of S-A",
            "```untrusted\n<<<<<<< ours",
            "- rebase (the same as to approve)",
            "AGENT is one of [scripted]",
            "git merge refs/signalbox/sessions/run-1/S-B",
            "- reject: S-B is abandoned");
  }

  @Test
  void rebaseTellsTheSecondBothSidesAndNotThePersonsChoices() {
    EngineRun run = conflicting();
    says(run, "rebase");
    assertThat(run.at("S-B").state().toString())
        .contains("git rebase origin/main", ">>>>>>> theirs")
        .doesNotContain("Choose one");
  }

  @Test
  void mergedByHandIsComputedAgain() {
    EngineRun run = conflicting();
    says(run, "merged");
    run.computed("S-B", new MergeOutcome.Nothing("b2"));
    assertThat(run.word("S-B")).isEqualTo("Merged");
  }

  @Test
  void aResolverIsToldBothTasksAndTheFilesInConflict() {
    Session resolver = resolving().at("S-C");
    assertThat(resolver.spec().work().purpose()).isEqualTo(Purpose.RESOLVE);
    assertThat(resolver.spec().scope().touches()).containsExactly("src/a");
    assertThat(resolver.spec().prompt())
        .contains(
            "Implement A",
            "Implement B",
            "All is well.",
            "git merge --no-ff tip-S-B",
            "```untrusted\nsrc/a\n```");
  }

  @Test
  void whatItMadeTakesThePlaceOfTheWorkAndIsMergedLikeAny() {
    EngineRun run = resolved(resolving(), Optional.empty());
    assertThat(run.word("S-C")).isEqualTo("Merged");
    assertThat(run.at("S-B").state())
        .isInstanceOfSatisfying(
            SessionState.MergeReady.class, ready -> assertThat(ready.tip()).isEqualTo("resolved"));
    run.merges("S-B");
    assertThat(run.word("S-B")).isEqualTo("Merged");
  }

  @Test
  void aPersonLooksAtItWhereTheyLookAtAllWork() {
    EngineRun run = Example.of("S-A").reviewed().open().working("S-A").handsIn("S-A", "src/a");
    run.approve(GateKind.MERGE);
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("src/a"), "x"));
    says(run, "resolve with scripted");
    run.working("S-B").completes("S-B").seen("S-B", EngineRun.goodLook()).exits("S-B", 0);
    run.takenIn("S-B", "src/a");
    assertThat(run.hasGate(GateKind.MERGE)).isTrue();
  }

  @Test
  void whatCannotBeUsedGoesBackToThePerson() {
    EngineRun run = resolved(resolving(), Optional.of("it changes files: docs/x"));
    assertThat(run.at("S-C").state())
        .isEqualTo(
            new SessionState.Abandoned("what it made is not used: it changes files: docs/x"));
    conflicts(run);
    assertThat(says(run, "rebase")).isEqualTo(new Answer.Taken());
  }

  @Test
  void aResolverThatIsGivenUpGivesTheConflictBack() {
    EngineRun run = resolving().cancels("S-C").exits("S-C", 143);
    conflicts(run);
    assertThat(run.hasGate(GateKind.CONFLICT)).isTrue();
    assertThat(says(run, "resolve")).isEqualTo(new Answer.Taken());
  }

  @Test
  void aResolverThatNobodyNeedsEnds() {
    EngineRun run = resolving().cancels("S-B");
    run.exits("S-C", 143);
    assertThat(run.word("S-C")).isEqualTo("Abandoned");
  }

  @Test
  void otherWordsAndAgentsAreRefused() {
    EngineRun run = conflicting();
    assertThat(says(run, "do it"))
        .isEqualTo(
            new Answer.Refused(
                "expected rebase, merged, resolve or resolve with AGENT, found do it"));
    assertThat(says(run, "resolve with nobody").toString()).contains("[scripted], found nobody");
  }

  @Test
  void oneConflictIsResolvedAtATime() {
    EngineRun run = Example.of("S-A S-B").open().working("S-A").working("S-B");
    run.handsIn("S-A", "src/a").handsIn("S-B", "src/b");
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("src/a"), "x"));
    says(run, "resolve");
    run.computed("S-B", new MergeOutcome.Conflict("b1", List.of("src/b"), "x"));
    assertThat(says(run, "resolve").toString()).contains("one conflict is resolved at a time");
    assertThat(says(run, "rebase")).isEqualTo(new Answer.Taken());
  }

  @Test
  void itsAgentIsToldThatItsBranchWasMoved() {
    EngineRun run = resolved(resolving(), Optional.empty());
    run.computed("S-B", new MergeOutcome.Conflict("b2", List.of("src/a"), "x"));
    says(run, "rebase");
    assertThat(run.at("S-B").state().toString()).contains("git merge --ff-only resolved");
  }

  static EngineRun whole() {
    EngineRun run = resolving().cancels("S-C").exits("S-C", 143);
    conflicts(run);
    says(run, "resolve");
    run.working("S-D").completes("S-D").seen("S-D", EngineRun.goodLook()).exits("S-D", 0);
    run.takenIn("S-D", "src/a");
    return run.merges("S-B");
  }

  @Test
  void theSecondResolverResolves() {
    assertThat(whole().word("S-B")).isEqualTo("Merged");
  }
}
