package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.workspace.ExitLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was agreed with at the plan's review is told to the sessions that it concerns. */
class PlanAgreementsTest {
  private static final String SECTION = "## Agreed at the plan's review";

  private static String finding(String id, String location, String claim) {
    return """
    {"id": "%s", "severity": "Critical", "location": "%s", "claim": "%s",
    "evidence": "```` the plan says so", "suggestion": "Say who does %s."}
    """
        .formatted(id, location, claim, id);
  }

  /** A plan of three, reviewed by one who found these. */
  private static EngineRun reviewed(String words, String... findings) {
    EngineRun run = Example.of("S-A", "S-B", "S-C").reviewers(1, true, "security").open();
    run.approve(GateKind.SPEC);
    String text =
        "{\"recommendation\": \"REVISE\", \"findings\": [%s]}"
            .formatted(String.join(",", findings));
    ExitLook look = new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of(text));
    run.working("S-D").completes("S-D").seen("S-D", look).exits("S-D", 0);
    run.decide(GateKind.REVIEW, new GateDecision.Answered(List.of(words)));
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    return run;
  }

  private static String prompt(EngineRun run, String id) {
    return run.state().promptOf(run.at(id));
  }

  @Test
  void whatAPhaseIsNamedForIsToldToThatSessionAlone() {
    String phase = Example.of("S-A").open().at("S-A").spec().phase().value();
    EngineRun run = reviewed("agree all: ask the bank", finding("F1", "Phase " + phase, "No test"));

    assertThat(prompt(run, "S-A"))
        .startsWith(run.at("S-A").spec().prompt())
        .contains(
            SECTION,
            "`````untrusted\nC1 (Critical): No test",
            "Suggestion: Say who does F1.",
            "The person says: ask the bank");
    assertThat(prompt(run, "S-B")).isEqualTo(run.at("S-B").spec().prompt());
  }

  @Test
  void whatNamesNoPhaseIsToldToAll() {
    EngineRun run = reviewed("agree all", finding("F1", "docs/plan.md:1", "No test"));

    assertThat(prompt(run, "S-A")).contains(SECTION, "No test").doesNotContain("The person says");
    assertThat(prompt(run, "S-C")).contains(SECTION, "No test");
  }

  @Test
  void anIssueNamesItsSession() {
    EngineRun run = reviewed("agree all", finding("F1", "SHOP-B: acceptance", "No test"));

    assertThat(prompt(run, "S-A")).doesNotContain(SECTION);
    assertThat(prompt(run, "S-B")).contains(SECTION);
  }

  @Test
  void whatIsDeferredOverriddenOrRejectedIsNoOrder() {
    EngineRun run =
        reviewed(
            "defer C1 to SHOP-9, override C2: rare, reject C3: tested, agree C4",
            finding("F1", "", "One"),
            finding("F2", "", "Two"),
            finding("F3", "", "Three"),
            finding("F4", "", "Four"));

    assertThat(prompt(run, "S-A"))
        .contains("Four")
        .doesNotContain("One", "Two", "Three", "rare", "SHOP-9");
  }

  @Test
  void reviewersOfTheWorkKnowWhatItWasToDo() {
    EngineRun run = reviewed("agree all", finding("F1", "SHOP-A", "No test"));
    run.working("S-A").handsIn("S-A");

    assertThat(run.at("S-E").spec().prompt()).contains("Review the work on", SECTION, "No test");
  }
}
