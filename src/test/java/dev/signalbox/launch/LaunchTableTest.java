package dev.signalbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTableTest {

  /**
   * The mission's primary mapping (section 2), its columns "Exec Mode" and "Launch As" as written
   * there. A change here is a change of what people were promised.
   */
  @ParameterizedTest
  @CsvSource({
    "quick,      Bypass permissions",
    "tdd,        Bypass permissions",
    "pair,       Plan mode",
    "checkpoint, Ask permissions",
    "swarm,      Bypass permissions",
    "spike,      Bypass permissions",
  })
  void mapsTheMissionsSixRowsAsWritten(String mode, String launchAs) {
    LaunchTable.Row row = LaunchTable.DEFAULT.row(ExecMode.of(mode).orElseThrow());
    assertThat(row.launch().title()).isEqualTo(launchAs);
    assertThat(row.rationale()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void hasNoOtherRows() {
    assertThat(LaunchTable.DEFAULT.rows().keySet()).containsExactly(ExecMode.values());
  }

  @Test
  void refusesATableThatLeavesAModeOut() {
    LaunchTable.Row row = new LaunchTable.Row(ExecMode.PAIR, LaunchMode.PLAN, "why");
    assertThatThrownBy(() -> LaunchTable.of(List.of(row)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTwoRowsForOneMode() {
    LaunchTable.Row row = new LaunchTable.Row(ExecMode.PAIR, LaunchMode.PLAN, "why");
    assertThatThrownBy(() -> LaunchTable.of(List.of(row, row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two");
  }
}
