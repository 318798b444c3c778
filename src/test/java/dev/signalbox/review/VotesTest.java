package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.review.Stance.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What answers of others do to a row. */
class VotesTest {
  private static final RowId I1 = RowId.of("I1").orElseThrow();

  private static Stance stance(String reviewer, Kind kind) {
    return new Stance(I1, reviewer, kind, Optional.empty(), "so");
  }

  private static Stance calls(String reviewer, Severity severity) {
    return new Stance(I1, reviewer, Kind.PRIORITY, Optional.of(severity), "so");
  }

  /** Found by {@code a} alone of that many. */
  private static Row row(Severity severity, int reviewers, Stance... stances) {
    return new Row(
        I1,
        List.of(Found.by("a", Found.of("F1", severity, "src/Pay.java:1", "x"))),
        List.of(stances),
        reviewers,
        1,
        Optional.empty(),
        List.of());
  }

  @Test
  void whoAgreesCountsAsHavingFoundIt() {
    Row row = row(Severity.IMPORTANT, 3, stance("b", Kind.AGREE));
    assertThat(row.consensus()).contains(new Consensus(2, 0, 3));
    assertThat(row.isToBeDecided()).isTrue();
    assertThat(row(Severity.IMPORTANT, 3, stance("b", Kind.COMPLEMENT)).isToBeDecided()).isTrue();
    assertThat(row(Severity.IMPORTANT, 4, stance("b", Kind.AGREE)).isToBeDecided()).isFalse();
  }

  @Test
  void whatAllAgreeIsCriticalIsCritical() {
    Row row = row(Severity.CRITICAL, 3, stance("b", Kind.AGREE), stance("c", Kind.COMPLEMENT));
    assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
    Row disputed = row(Severity.CRITICAL, 3, stance("b", Kind.AGREE), stance("c", Kind.CONTRADICT));
    assertThat(disputed.severity()).isEqualTo(Severity.IMPORTANT);
    assertThat(disputed.consensus().orElseThrow().isContested()).isTrue();
  }

  @Test
  void whoContradictsDropsNothing() {
    Row row = row(Severity.CRITICAL, 3, stance("b", Kind.CONTRADICT), stance("c", Kind.CONTRADICT));
    assertThat(row.consensus()).contains(new Consensus(1, 1, 3));
    assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(row.isToBeDecided()).isFalse();
    assertThat(row(Severity.CRITICAL, 3, stance("b", Kind.SCOPE)).consensus().orElseThrow().found())
        .isOne();
  }

  @Test
  void aPriorityIsAVoteAndTheMiddleCounts() {
    assertThat(row(Severity.IMPORTANT, 4, calls("b", Severity.CONSIDER)).severity())
        .as("a tie goes to the worse")
        .isEqualTo(Severity.IMPORTANT);
    Row lowered =
        row(
            Severity.IMPORTANT,
            4,
            calls("b", Severity.CONSIDER),
            calls("c", Severity.CONSIDER),
            stance("d", Kind.CONTRADICT));
    assertThat(lowered.severity()).isEqualTo(Severity.CONSIDER);
    assertThat(lowered.consensus().orElseThrow().found()).as("no support").isOne();
    assertThat(row(Severity.CONSIDER, 4, calls("b", Severity.IMPORTANT)).severity())
        .isEqualTo(Severity.IMPORTANT);
  }

  @Test
  void whatIsEscalatedIsDecidedByAPersonHoweverFewFoundIt() {
    Row row = row(Severity.CONSIDER, 9, stance("b", Kind.ESCALATE));
    assertThat(row.consensus().orElseThrow().isIncluded()).isFalse();
    assertThat(row.isIncluded()).isTrue();
    assertThat(row.isToBeDecided()).isTrue();
  }

  @Test
  void twoModelsOfOnePerspectiveAreOneVoice() {
    Finding finding = Found.of("F1", Severity.IMPORTANT, "", "x");
    Row row =
        new Row(
            I1,
            List.of(
                Found.by("ux/deep", finding),
                Found.by("ux/fast", finding),
                Found.by("ops/deep", finding)),
            List.of(),
            3,
            1,
            Optional.empty(),
            List.of());
    assertThat(row.consensus()).contains(new Consensus(2, 0, 3));
    assertThat(row.coverage()).contains("convergent");
    assertThat(Found.row(I1, 3, Found.by("ux/deep", finding)).coverage()).contains("deep-only");
    assertThat(Found.row(I1, 3, Found.by("ux/fast", finding)).coverage()).contains("fast-only");
    assertThat(Found.row(I1, 3, Found.by("ux", finding)).coverage()).isEmpty();
  }

  @Test
  void whatIsTakenApartOrPutTogetherIsTaggedAnew() {
    Finding one = Found.of("F1", Severity.IMPORTANT, "src/Pay.java:1", "The amount is not checked");
    ReviewRecord record =
        ReviewRecord.EMPTY.after(
            List.of(
                new Opinion("ux/deep", Recommendation.REVISE, List.of(one)),
                new Opinion("ux/fast", Recommendation.REVISE, List.of(one))),
            Matching.DEFAULT);
    assertThat(record.rows()).singleElement().extracting(Row::reviewers).isEqualTo(1);
    assertThat(coverages(record)).containsExactly("convergent");
    ReviewRecord apart = record.split(I1);
    assertThat(coverages(apart)).containsExactly("deep-only", "fast-only");
    assertThat(coverages(apart.joined(I1, RowId.of("I2").orElseThrow())))
        .containsExactly("convergent");
  }

  @Test
  void whatWasAnsweredStaysWhenRowsAreTakenApart() {
    Finding one = Found.of("F1", Severity.IMPORTANT, "src/Pay.java:1", "The amount is not checked");
    ReviewRecord record =
        ReviewRecord.EMPTY
            .after(
                List.of(
                    new Opinion("a", Recommendation.REVISE, List.of(one)),
                    new Opinion("b", Recommendation.REVISE, List.of(one)),
                    new Opinion("c", Recommendation.APPROVE, List.of())),
                Matching.DEFAULT)
            .answered(List.of(stance("c", Kind.ESCALATE)));

    ReviewRecord apart = record.split(I1);
    assertThat(apart.toBeDecided()).hasSize(2);
    assertThat(apart.joined(I1, RowId.of("I2").orElseThrow()).toBeDecided()).hasSize(1);
  }

  private static List<String> coverages(ReviewRecord record) {
    return record.rows().stream().map(row -> row.coverage().orElse("none")).toList();
  }
}
