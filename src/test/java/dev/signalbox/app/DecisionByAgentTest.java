package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionByAgentTest {
  @Test
  void aProcessThatAnAgentStartedDecidesNothing() {
    LocalEngines agent =
        new LocalEngines(Map.of("SIGNALBOX_ATTEMPT", "some-mark"), Path.of("no-such-folder"));
    assertThatThrownBy(agent::person).hasMessageContaining("expected a person to decide");
    assertThat(new LocalEngines(Map.of(), Path.of("no-such-folder")).person()).isNotEmpty();
  }
}
