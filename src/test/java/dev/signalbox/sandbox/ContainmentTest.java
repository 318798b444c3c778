package dev.signalbox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainmentTest {
  private static Sandbox sandbox(Optional<String> lack) {
    return new Sandbox() {
      @Override
      public Optional<String> unavailable() {
        return lack;
      }

      @Override
      public List<String> wrap(SandboxSpec spec, List<String> command) {
        throw new AssertionError("expected a question only");
      }
    };
  }

  @Test
  void withWallsGatesBindAndBypassIsOpen() {
    for (boolean isRoot : List.of(true, false)) {
      Containment walled = new Containment(Optional.empty(), isRoot);
      assertThat(walled.isWalled()).isTrue();
      assertThat(walled.areGatesAdvisory()).isFalse();
      assertThat(walled.isBypassRefused()).isFalse();
    }
  }

  @Test
  void withoutWallsGatesAreAdvisoryAndRootsBypassIsRefused() {
    Containment ofRoot = new Containment(Optional.of("no bwrap"), true);
    Containment ofAPerson = new Containment(Optional.of("no bwrap"), false);

    assertThat(ofRoot.areGatesAdvisory()).isTrue();
    assertThat(ofAPerson.areGatesAdvisory()).isTrue();
    assertThat(ofRoot.isBypassRefused()).isTrue();
    assertThat(ofAPerson.isBypassRefused()).isFalse();
  }

  @Test
  void itIsWhatTheSandboxAndTheSystemSay() throws Exception {
    Process id = new ProcessBuilder("id", "-u").start();
    String user = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(Containment.of(sandbox(Optional.of("no bwrap"))))
        .isEqualTo(new Containment(Optional.of("no bwrap"), user.equals("0")));
    assertThat(Containment.of(sandbox(Optional.empty())).isWalled()).isTrue();
  }
}
