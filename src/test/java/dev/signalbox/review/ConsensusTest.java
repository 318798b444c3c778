package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  @Test
  void threeReviewersAreAsTheMissionSays() {
    assertThat(new Consensus(1, 1, 3).isIncluded()).isFalse();
    assertThat(new Consensus(2, 2, 3).isIncluded()).isTrue();
    assertThat(new Consensus(2, 2, 3).isCritical()).isFalse();
    assertThat(new Consensus(2, 2, 3).isContested()).isTrue();
    assertThat(new Consensus(3, 3, 3).isCritical()).isTrue();
    assertThat(new Consensus(3, 2, 3).isCritical()).isFalse();
    assertThat(new Consensus(3, 0, 3).isContested()).isFalse();
  }

  @Test
  void twoThirdsAreExactForAnyNumberOfReviewers() {
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal three = BigDecimal.valueOf(3);
    for (int reviewers = 1; reviewers <= 60; reviewers++) {
      for (int found = 1; found <= reviewers; found++) {
        // found / reviewers >= 2 / 3, cross-multiplied in numbers without a limit.
        boolean isTwoThirds =
            BigDecimal.valueOf(found)
                    .multiply(three)
                    .compareTo(two.multiply(BigDecimal.valueOf(reviewers)))
                >= 0;
        assertThat(new Consensus(found, 0, reviewers).isIncluded())
            .as("%d of %d", found, reviewers)
            .isEqualTo(isTwoThirds);
        // The least number that includes is the ceiling of two thirds.
        assertThat(found >= ceiling(reviewers)).isEqualTo(isTwoThirds);
      }
    }
  }

  private static int ceiling(int reviewers) {
    BigInteger[] parts =
        BigInteger.valueOf(2L * reviewers).divideAndRemainder(BigInteger.valueOf(3));
    return parts[0].intValue() + parts[1].signum();
  }

  @Test
  void numbersThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Consensus(4, 0, 3)).hasMessageContaining("4, 3");
    assertThatThrownBy(() -> new Consensus(1, 2, 3)).hasMessageContaining("2, 1, 3");
    assertThatThrownBy(() -> new Consensus(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRowThatTwoOfThreeCallCriticalStaysImportant() {
    Row row =
        Found.row(
            new RowId(Severity.IMPORTANT, 1),
            3,
            Found.by("a", Found.of("F1", Severity.CRITICAL, "", "x")),
            Found.by("b", Found.of("F1", Severity.CRITICAL, "", "x")));

    assertThat(row.severity()).isEqualTo(Severity.IMPORTANT);
    assertThat(row.consensus().orElseThrow().isContested()).isTrue();
    assertThat(row.isToBeDecided()).isTrue();
  }

  @Test
  void whatOneOfThreeCallsCriticalIsShownAsThatAndBindsNobody() {
    Row row =
        Found.row(
            new RowId(Severity.CRITICAL, 1),
            3,
            Found.by("a", Found.of("F1", Severity.CRITICAL, "", "x")));

    assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(row.isToBeDecided()).isFalse();
  }
}
