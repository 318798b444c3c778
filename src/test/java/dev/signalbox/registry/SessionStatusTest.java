package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever reads the registry learns why a session is not there any more. */
class SessionStatusTest {
  @Test
  void whatFailedAndWhatWasGivenUpStandWithTheirReason() {
    assertThat(new SessionStatus.Failed("make check ended with 1").text())
        .isEqualTo("Failed (make check ended with 1)");
    assertThat(new SessionStatus.Abandoned("ann chose S-B: one price list").text())
        .isEqualTo("Abandoned (ann chose S-B: one price list)");
  }
}
