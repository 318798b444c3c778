package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.workspace.MergeOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun at(ScopePolicy policy, LaunchMode launch) {
    return Example.of("S-A", "S-B").scope(policy).launch(launch).open().working("S-A");
  }

  private static EngineRun at(ScopePolicy policy) {
    return at(policy, LaunchMode.BYPASS);
  }

  private static AgentSignal changes(String path) {
    return new AgentSignal.FileChanged(path);
  }

  private static AgentSignal asks(Access.Kind kind, String... paths) {
    return Situation.asks(
        new Question.Permission("q", "Tool", "{}", new Access(kind, List.of(paths))));
  }

  private static Fact.DriftSeen seen(DriftKind kind, String... paths) {
    return new Fact.DriftSeen(A, kind, List.of(paths), 0);
  }

  @Test
  void aToolsChangeOutsideOfTheScopeIsRecordedOnce() {
    EngineRun run = at(ScopePolicy.RECORD).heard("S-A", changes("docs/x"));
    assertThat(run.facts()).containsExactly(seen(DriftKind.TOOL, "docs/x"));
    assertThat(run.heard("S-A", changes("docs/x")).facts()).isEmpty();
    assertThat(run.heard("S-A", changes("/etc/x")).facts())
        .containsExactly(seen(DriftKind.TOOL, "/etc/x"));
    assertThat(run.at("S-A").drift().count()).isEqualTo(2);
  }

  @Test
  void whatIsInsideOrSignalboxsOwnIsNoDrift() {
    EngineRun run = at(ScopePolicy.ENFORCE);
    for (String path : List.of("src/a/b", ".env", ".sdd-summary.md")) {
      assertThat(run.heard("S-A", changes(path)).facts()).as(path).isEmpty();
    }
    for (String path : List.of("src", "a/.env", "docs/.sdd-x", "src/key", "../src/a")) {
      assertThat(run.heard("S-A", changes(path)).facts()).as(path).hasSize(1);
    }
  }

  @Test
  void whatGitShowsAtTheExitAndOnTheBranchIsRecorded() {
    EngineRun run = at(ScopePolicy.RECORD).completes("S-A").seen("S-A", EngineRun.dirtyLook());
    assertThat(run.facts()).contains(seen(DriftKind.GIT, "left.txt"));
    run.handsIn("S-A", "docs/x", "left.txt", "src/a");
    assertThat(run.facts()).contains(seen(DriftKind.GIT, "docs/x"));
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aHaltedAgentsChangesAreRecordedToo() {
    EngineRun run = at(ScopePolicy.RECORD).heard("S-A", new AgentSignal.ConflictFlagged("no"));
    assertThat(run.heard("S-A", changes("docs/x")).facts())
        .containsExactly(seen(DriftKind.TOOL, "docs/x"));
  }

  @Test
  void enforcingDeniesWhatIsOutsideAndAllowsTheRest() {
    EngineRun run = at(ScopePolicy.ENFORCE).heard("S-A", changes("docs/x"));
    run.heard("S-A", asks(Access.Kind.CHANGES, "src/a", "docs/x"));
    assertThat(run.facts()).contains(seen(DriftKind.DENIED, "docs/x"));
    assertThat(run.said("S-A"))
        .singleElement()
        .isInstanceOfSatisfying(
            AgentMessage.Deny.class,
            denied ->
                assertThat(denied.why())
                    .startsWith("Outside of this session's scope: docs/x. It may change: src/**;")
                    .contains("CONFLICT: "));
    assertThat(run.at("S-A").drift().count()).isZero();
    for (Access.Kind kind : List.of(Access.Kind.READS, Access.Kind.RUNS, Access.Kind.OTHER)) {
      assertThat(run.heard("S-A", asks(kind, "docs/x")).said("S-A"))
          .containsExactly(new AgentMessage.Allow("q"));
    }
    assertThat(run.heard("S-A", asks(Access.Kind.CHANGES, "src/a")).said("S-A"))
        .containsExactly(new AgentMessage.Allow("q"));
    assertThat(run.state().gates()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @ParameterizedTest
  @EnumSource(
      value = ScopePolicy.class,
      names = {"ASK", "ENFORCE"})
  void aChangeOfFilesThatAreNotNamedIsAPersonsToAllow(ScopePolicy policy) {
    EngineRun run = at(policy).heard("S-A", asks(Access.Kind.CHANGES));
    assertThat(run.gate(GateKind.PERMISSION).title()).isEqualTo("S-A asks to use Tool");
  }

  @Test
  void askingBringsAWriteOutsideToAPersonAndRemembersTheAnswer() {
    EngineRun run = at(ScopePolicy.ASK).heard("S-A", asks(Access.Kind.CHANGES, "docs/x\nb"));
    assertThat(run.gate(GateKind.PERMISSION).title())
        .isEqualTo("S-A asks to use Tool outside of its scope: docs/x\uFFFDb");
    assertThat(run.gate(GateKind.PERMISSION).shown())
        .startsWith("Outside of its scope:\n- docs/x\uFFFDb\nIts scope: src/**; not src/key\n\n{}");
    run.approve(GateKind.PERMISSION);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Allow("q"));
    assertThat(run.at("S-A").drift().seen()).isEqualTo(Map.of("docs/x\nb", DriftKind.ALLOWED));
    run.handsIn("S-A", "docs/x\nb");
    assertThat(run.hasGate(GateKind.MERGE)).isFalse();
  }

  @Test
  void aRejectedWriteIsNoDriftUntilGitShowsIt() {
    EngineRun run = at(ScopePolicy.ASK).heard("S-A", asks(Access.Kind.CHANGES, "docs/x"));
    run.reject(GateKind.PERMISSION, "not there");
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("q", "not there"));
    assertThat(run.at("S-A").drift().count()).isZero();
    run.handsIn("S-A", "docs/x");
    assertThat(run.at("S-A").drift().seen()).isEqualTo(Map.of("docs/x", DriftKind.GIT));
  }

  @ParameterizedTest
  @EnumSource(
      value = ScopePolicy.class,
      names = {"ASK", "ENFORCE"})
  void whatNobodyAllowedIsAskedAboutBeforeItIsMerged(ScopePolicy policy) {
    EngineRun run = at(policy).handsIn("S-A", "docs/x", "src/a");
    assertThat(run.gate(GateKind.MERGE).title()).endsWith("It changes files outside of its scope.");
    assertThat(run.gate(GateKind.MERGE).shown()).contains("- docs/x: found by git\n");
    run.reject(GateKind.MERGE, "take it back");
    run.working("S-A").handsIn("S-A", "src/a");
    assertThat(run.hasGate(GateKind.MERGE)).isFalse();
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aMergeThatAPersonLetIsNotAskedAboutAgainAfterARebase() {
    EngineRun run = at(ScopePolicy.ENFORCE).handsIn("S-A", "docs/x").approve(GateKind.MERGE);
    assertThat(run.at("S-A").drift().seen()).isEqualTo(Map.of("docs/x", DriftKind.ALLOWED));
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("src/a"), "<<<"));
    run.approve(GateKind.CONFLICT).working("S-A").handsIn("S-A", "docs/x");
    assertThat(run.hasGate(GateKind.MERGE)).isFalse();
  }

  @Test
  void aProtectedPathIsAlwaysAskedAboutBeforeItIsMerged() {
    EngineRun run = at(ScopePolicy.RECORD).handsIn("S-A", "docs/x", "src/key");
    assertThat(run.gate(GateKind.MERGE).shown())
        .contains("- docs/x: found by git\n- src/key: found by git; protected by the plan\n");
  }

  @Test
  void thePersonOfAnAskingPhaseIsAskedForEverythingButWhatIsDenied() {
    EngineRun run = at(ScopePolicy.ENFORCE, LaunchMode.ASK);
    run.heard("S-A", asks(Access.Kind.CHANGES, "src/a"));
    assertThat(run.hasGate(GateKind.PERMISSION)).isTrue();
    run.approve(GateKind.PERMISSION).heard("S-A", asks(Access.Kind.CHANGES, "docs/x"));
    assertThat(run.said("S-A")).singleElement().isInstanceOf(AgentMessage.Deny.class);
  }

  @Test
  void afterItsPlanIsApprovedAGuardedAgentGoesOnAsking() {
    EngineRun run = at(ScopePolicy.ENFORCE, LaunchMode.PLAN);
    run.heard("S-A", asks(Access.Kind.CHANGES, "docs/x"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("q", AgentText.PLAN_FIRST));
    assertThat(run.at("S-A").drift().count()).isZero();
    assertThat(run.heard("S-A", changes("/elsewhere/plan.md")).facts()).isEmpty();
    run.heard("S-A", Situation.asks(Situation.PLAN)).approve(GateKind.PLAN);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.ApprovePlan("q2", true));
    run.heard("S-A", asks(Access.Kind.CHANGES, "src/a"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Allow("q"));
  }

  @Test
  void theModeOfAProcessFollowsFromWhatWasApprovedAndTheScope() {
    for (ScopePolicy policy : ScopePolicy.values()) {
      LaunchMode free = policy == ScopePolicy.RECORD ? LaunchMode.BYPASS : LaunchMode.ASK;
      assertThat(spec(policy, LaunchMode.BYPASS).launchAs(false)).isEqualTo(free);
      assertThat(spec(policy, LaunchMode.PLAN).launchAs(false)).isEqualTo(LaunchMode.PLAN);
      assertThat(spec(policy, LaunchMode.PLAN).launchAs(true)).isEqualTo(free);
      assertThat(spec(policy, LaunchMode.ASK).launchAs(true)).isEqualTo(LaunchMode.ASK);
    }
  }

  private static SessionSpec spec(ScopePolicy policy, LaunchMode launch) {
    return at(policy, launch).at("S-A").spec();
  }

  @Test
  void whileASessionIsHaltedNothingIsAllowedByPolicy() {
    EngineRun run = at(ScopePolicy.ASK).heard("S-A", new AgentSignal.ConflictFlagged("no"));
    run.heard("S-A", asks(Access.Kind.CHANGES, "src/a"));
    assertThat(run.said("S-A")).isEmpty();
    run.turnEnds("S-A", new TurnResult.Interrupted());
    assertThat(run.hasGate(GateKind.PERMISSION)).isFalse();
  }

  @Test
  void onlySoManyFilesAreKeptByNameAndAllAreCounted() {
    String[] many =
        IntStream.range(0, Limits.DRIFT_PATHS_MAX + 5)
            .mapToObj("docs/%04d"::formatted)
            .toArray(String[]::new);
    EngineRun run = at(ScopePolicy.ENFORCE).handsIn("S-A", many);
    assertThat(run.at("S-A").drift().seen()).hasSize(Limits.DRIFT_PATHS_MAX);
    assertThat(run.at("S-A").drift().count()).isEqualTo(many.length);
    assertThat(run.gate(GateKind.MERGE).shown()).contains("- and 5 more\n");
    run.reject(GateKind.MERGE, "less");
    run.working("S-A").handsIn("S-A", many);
    assertThat(run.at("S-A").drift().count()).isEqualTo(many.length);
  }

  @Test
  void theCheckpointNamesWhatWasRecorded() {
    EngineRun run = at(ScopePolicy.RECORD).handsIn("S-A", "docs/x", "src/a").merges("S-A");
    assertThat(run.gate(GateKind.CHECKPOINT).shown())
        .contains("  outside of its scope, 1 in all: docs/x\n");
  }
}
