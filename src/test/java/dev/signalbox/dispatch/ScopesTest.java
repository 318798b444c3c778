package dev.signalbox.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.markdown.SignalboxFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopesTest {
  private static final String TEXT =
      """
      ---
      scope: ask
      protect: LICENSE, build/**
      ---
      # P

      ## Phase 1A: Touches and makes
      - touches: src/**, [ab].txt
      - produces: docs/a.md, api:a
      - scope: enforce

      ## Phase 1B: Says nothing

      ## Phase 1C: Looks
      - deliverable: analysis
      """;

  private static SessionScope scope(int phase) {
    PlanSource source = new PlanSource("p.md", List.of(new SourceFile("p.md", TEXT)));
    Plan plan = new SignalboxFormat().read(source).plan();
    RunChoice.Place place =
        new RunChoice.Place("/repo/plans/p[1].md", "0", "/repo", List.of(".env", "../out"));
    return Scopes.of(plan.header().policy(), plan.phases().get(phase), place);
  }

  @Test
  void aPhaseMayChangeWhatItTouchesAndMakesAndItsWordBeatsTheHeaders() {
    assertThat(scope(0))
        .isEqualTo(
            new SessionScope(
                ScopePolicy.ENFORCE,
                List.of("src/**", "[ab].txt", "docs/a.md"),
                List.of(".env", "plans/p\\[1\\].md"),
                List.of("LICENSE", "build/**")));
  }

  @Test
  void aPhaseWithoutTouchesMayChangeEverythingAndAnAnalysisNothing() {
    assertThat(scope(1).touches()).containsExactly("**");
    assertThat(scope(1).policy()).isEqualTo(ScopePolicy.ASK);
    assertThat(scope(2).touches()).isEmpty();
  }

  private static RunSpec run(ScopePolicy policy) {
    RunSpec it = RunSketch.spec("t");
    SessionSpec first = it.sessions().getFirst();
    SessionSpec.Work work = first.work();
    SessionSpec scoped =
        new SessionSpec(
            first.id(),
            first.phase(),
            first.issue(),
            new SessionSpec.Work(
                Purpose.IMPLEMENT,
                work.title(),
                work.exec(),
                work.deliverable(),
                work.estimate(),
                new SessionScope(policy, List.of("src/**"), List.of(), List.of())),
            first.handling(),
            first.order(),
            first.prompt());
    return new RunSpec(
        it.run(),
        it.source(),
        it.target(),
        it.bounds(),
        it.table(),
        new RunSpec.Lineup(
            List.of(scoped),
            List.of(List.of(first.id())),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  @Test
  void anAgentThatCannotAskTakesNoPhaseThatNeedsIt() {
    Scopes.demandAsking(run(ScopePolicy.RECORD), _ -> false);
    Scopes.demandAsking(run(ScopePolicy.ENFORCE), _ -> true);
    assertThatExceptionOfType(SignalboxException.class)
        .isThrownBy(() -> Scopes.demandAsking(run(ScopePolicy.ENFORCE), _ -> false))
        .withMessage(
            "phase 1A: expected an agent that asks before it uses tools, as scope: enforce needs,"
                + " found claude")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENT_CANNOT_ASK));
  }

  @Test
  void theTableSaysWhatIsAskedAndDenied() {
    assertThat(Scopes.lines(run(ScopePolicy.RECORD).sessions())).isEmpty();
    assertThat(Scopes.lines(run(ScopePolicy.ASK).sessions()))
        .containsExactly("Scope: ask in 1A; a change outside of the touches is asked about");
    assertThat(Scopes.lines(run(ScopePolicy.ENFORCE).sessions()))
        .containsExactly(
            "Scope: enforce in 1A; a tool's change outside of the touches is denied, what git finds"
                + " is asked about");
  }
}
