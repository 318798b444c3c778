package dev.signalbox.launch;

import static dev.signalbox.launch.PhaseSketch.producing;
import static dev.signalbox.launch.PhaseSketch.titled;
import static dev.signalbox.launch.PhaseSketch.touching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchRulesTest {

  @ParameterizedTest
  @EnumSource
  void anAnalysisBypassesWhateverTheMode(ExecMode mode) {
    PhaseDraft draft = titled("Compare queues").deliverable(Deliverable.ANALYSIS);
    LaunchDecision decision = decide(touching(draft, "src/a.java"), mode);
    assertThat(decision.launch()).isEqualTo(LaunchMode.BYPASS);
    assertThat(decision.modeLabel()).isEqualTo(mode.word() + " (analysis-only)");
    assertThat(decision.reason()).startsWith("analysis only");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPIKE")
  void codeFollowsTheTable(ExecMode mode) {
    LaunchDecision decision = decide(touching(titled("Build"), "src/a.java"), mode);
    assertThat(decision)
        .isEqualTo(
            new LaunchDecision(
                LaunchTable.DEFAULT.row(mode).launch(),
                mode.word(),
                LaunchTable.DEFAULT.row(mode).rationale()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes/a.md",
        "README.md",
        "docs/**",
        "doc/x/y.html",
        "a/b.adoc",
        "c.rst",
        "d.txt"
      })
  void aSpikeThatWritesDocumentsBypasses(String touch) {
    LaunchDecision decision = decide(touching(titled("Explore"), touch), ExecMode.SPIKE);
    assertThat(decision.launch()).isEqualTo(LaunchMode.BYPASS);
    assertThat(decision.modeLabel()).isEqualTo("spike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/a.java", "src/**", "**/*.mdx", "documents/**", "docsx/a.html"})
  void aSpikeThatMayChangeMoreThanDocumentsStartsInPlanMode(String touch) {
    LaunchDecision decision = decide(touching(titled("Explore"), "docs/**", touch), ExecMode.SPIKE);
    assertThat(decision.launch()).isEqualTo(LaunchMode.PLAN);
    assertThat(decision.modeLabel()).isEqualTo("spike");
    assertThat(decision.reason()).startsWith("investigation with code changes");
  }

  @Test
  void theReasonNamesAPathThatIsNoDocument() {
    assertThat(decide(touching(titled("Explore"), "src/a.java"), ExecMode.SPIKE).reason())
        .isEqualTo(
            "investigation with code changes, for it may change src/a.java:"
                + " plan the approach, then implement");
  }

  @Test
  void filesThatASpikeProducesCountToo() {
    PhaseDraft draft = producing(touching(titled("Explore"), "docs/**"), "src/gen/A.java");
    assertThat(decide(draft, ExecMode.SPIKE).launch()).isEqualTo(LaunchMode.PLAN);
  }

  @Test
  void aCodeSpikeWithoutTouchesMayChangeEverything() {
    LaunchDecision decision = decide(titled("Explore"), ExecMode.SPIKE);
    assertThat(decision.launch()).isEqualTo(LaunchMode.PLAN);
    assertThat(decision.reason()).contains("any file");
  }

  private static LaunchDecision decide(PhaseDraft draft, ExecMode mode) {
    return LaunchRules.DEFAULT.decide(draft.build(), mode);
  }
}
