package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.Control;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.LocalControl;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class GatePromptTest {
  private final EngineController engine = EngineController.waiting("the table");
  private final Control control = new LocalControl(engine);
  private final StringWriter out = new StringWriter();

  private Optional<GateDecision> ask(InputStream in) {
    PrintWriter text = new PrintWriter(out);
    return new GatePrompt(new Terminal(in, text, text, 120), "")
        .ask(control.look().inbox().getFirst(), control);
  }

  private Optional<GateDecision> typed(String line) {
    return ask(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"y, true", "YES, true", "n, false", "'', false", "yy, false"})
  void aYesApprovesAndAnythingElseDoesNot(String line, boolean isYes) {
    assertThat(typed(line + "\n").orElseThrow())
        .isEqualTo(isYes ? new GateDecision.Approved() : new GateDecision.Rejected("not started"));
    assertThat(out.toString()).contains("the table").endsWith("Start? [y/N] ");
  }

  @Test
  void anInputThatEndsDecidesNothing() {
    assertThat(typed("")).isEmpty();
  }

  @Test
  void nobodyIsAskedForWhatWasDecidedElsewhere() throws Exception {
    Gate gate = engine.gate(GateKind.TABLE);
    // Nobody ever types a line.
    try (PipedOutputStream person = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(person)) {
      CompletableFuture<Optional<GateDecision>> asked =
          CompletableFuture.supplyAsync(() -> ask(in));
      control.decide(new GateRef(gate.number(), gate.hash()), new GateDecision.Approved(), "ben");
      assertThat(asked.get()).isEmpty();
    }
    assertThat(engine.settled(gate).who()).isEqualTo("ben");
  }
}
