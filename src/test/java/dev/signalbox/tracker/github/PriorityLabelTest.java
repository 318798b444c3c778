package dev.signalbox.tracker.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityLabelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "priority: high|high",
        "Priority:High|High",
        "priority/critical-urgent|critical-urgent",
        "priority - low|low",
        "prio=2|2",
        "high priority|high",
        "P1|P1",
        "p0|P0"
      })
  void usualFormsAreRead(String label, String priority) {
    assertThat(PriorityLabel.in(List.of("bug", label, "P4"))).isEqualTo(Optional.of(priority));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bug", "priority", "priority:", "P5", "P12", "p", "reprioritise: now", ""})
  void otherLabelsAreNone(String label) {
    assertThat(PriorityLabel.in(List.of(label))).isEmpty();
  }
}
