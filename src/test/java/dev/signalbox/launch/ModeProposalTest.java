package dev.signalbox.launch;

import static dev.signalbox.launch.PhaseSketch.tasked;
import static dev.signalbox.launch.PhaseSketch.titled;
import static dev.signalbox.launch.PhaseSketch.touching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.PhaseDraft;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeProposalTest {

  @Test
  void anAnalysisIsASpike() {
    assertThat(propose(titled("Queue").deliverable(Deliverable.ANALYSIS)))
        .isEqualTo(
            new ModeProposal(
                ExecMode.SPIKE, "knowledge is the output: the deliverable is analysis"));
  }

  @Test
  void researchThatWritesDocumentsIsASpike() {
    assertThat(propose(touching(titled("Compare the queues"), "docs/queues.md")))
        .isEqualTo(
            new ModeProposal(
                ExecMode.SPIKE,
                "knowledge is the output: \"compare\", and it changes documents only"));
    assertThat(propose(touching(titled("Queues").verb("Evaluate"), "docs/queues.md")).mode())
        .isEqualTo(ExecMode.SPIKE);
  }

  @Test
  void researchThatChangesCodeIsNot() {
    assertThat(propose(touching(titled("Compare the queues"), "docs/a.md", "src/a.java")).mode())
        .isEqualTo(ExecMode.PAIR);
    assertThat(propose(titled("Compare the queues")).mode()).isEqualTo(ExecMode.PAIR);
  }

  @Test
  void documentsWithoutResearchAreNotASpike() {
    assertThat(propose(touching(titled("Write the guide"), "docs/guide.md")).mode())
        .isEqualTo(ExecMode.PAIR);
  }

  @Test
  void fiveIndependentTasksOfAWellDefinedPhaseAreASwarm() {
    PhaseDraft draft = tasked(defined("Port"), "Port a", "Port b", "Port c", "Port d", "Port e");
    assertThat(propose(draft))
        .isEqualTo(new ModeProposal(ExecMode.SWARM, "well-defined, with 5 independent tasks"));
  }

  @Test
  void fiveTasksThatHangTogetherAreNot() {
    PhaseDraft draft =
        tasked(defined("Port"), "Port a", "Port b", "Port c", "Port d", "Then remove the old one");
    assertThat(propose(draft).mode()).isEqualTo(ExecMode.QUICK);
  }

  @Test
  void acceptanceCriteriaMakeItTdd() {
    PhaseDraft draft = tasked(titled("Rename the field"), "Rename it");
    draft.acceptance.add("The old name is refused");
    assertThat(propose(draft))
        .isEqualTo(
            new ModeProposal(
                ExecMode.TDD, "well-defined and testable: it has acceptance criteria"));
  }

  @Test
  void testsThatAreTouchedOrMentionedMakeItTdd() {
    assertThat(propose(touching(tasked(defined("Rename"), "Rename it"), "src/test/**")))
        .isEqualTo(
            new ModeProposal(ExecMode.TDD, "well-defined and testable: it mentions \"test\""));
    assertThat(propose(tasked(defined("Rename"), "Rename it, with tests")).mode())
        .isEqualTo(ExecMode.TDD);
    assertThat(propose(tasked(defined("Rename"), "Edit RenameTest.java")).mode())
        .isEqualTo(ExecMode.TDD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Take the latest version", "Contest the claim", "Attest it"})
  void onlyWholeWordsCount(String task) {
    assertThat(propose(tasked(defined("Rename"), task)))
        .isEqualTo(new ModeProposal(ExecMode.QUICK, "well-defined, and no tests are spoken of"));
  }

  @ParameterizedTest
  @CsvSource({
    "Harden the auth flow, auth",
    "Payment retries, payment",
    "Security headers, security",
    "Copy production data, production data",
    "Write the migration, migration",
  })
  void dangerWithoutDefinitionIsCheckpoint(String title, String word) {
    assertThat(propose(titled(title)))
        .isEqualTo(
            new ModeProposal(
                ExecMode.CHECKPOINT,
                "not well-defined, for it has no tasks; high risk: it mentions \"" + word + "\""));
  }

  @Test
  void dangerIsFoundInPathsAndTasksToo() {
    assertThat(propose(touching(titled("Tidy"), "src/AuthFilter.java")).mode())
        .isEqualTo(ExecMode.CHECKPOINT);
    assertThat(propose(tasked(titled("Tidy"), "Rotate the credentials")).mode())
        .isEqualTo(ExecMode.CHECKPOINT);
  }

  @Test
  void namedInfrastructureIsDangerAndNoneIsNot() {
    assertThat(propose(titled("Tidy").infrastructure(new TreeSet<>(List.of("db-schema")))))
        .isEqualTo(
            new ModeProposal(
                ExecMode.CHECKPOINT,
                "not well-defined, for it has no tasks;"
                    + " high risk: it changes the infrastructure db-schema"));
    assertThat(propose(titled("Tidy").infrastructure(new TreeSet<>())).mode())
        .isEqualTo(ExecMode.PAIR);
  }

  @Test
  void tasksWithoutAnEndAreNotWellDefined() {
    assertThat(propose(tasked(titled("Author list in production"), "Improve it")))
        .isEqualTo(
            new ModeProposal(
                ExecMode.PAIR,
                "not well-defined, for it has neither acceptance criteria nor a deliverable"));
  }

  private static PhaseDraft defined(String title) {
    return titled(title).deliverableText("It is done");
  }

  private static ModeProposal propose(PhaseDraft draft) {
    return ModeProposal.of(draft.build(), DocumentPaths.DEFAULT);
  }
}
