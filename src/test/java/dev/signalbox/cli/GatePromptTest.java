package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.control.Control;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Input;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.view.GateView;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class GatePromptTest {
  private final EngineController engine = EngineController.waiting("the table");
  private final Control control = new LocalControl(engine);
  private final StringWriter out = new StringWriter();

  private GatePrompt.Asked ask(GateView table, InputStream in) {
    PrintWriter text = new PrintWriter(out, true);
    return new GatePrompt(new Terminal(in, text, text, 120), "").ask(table, control);
  }

  private GateView table() {
    return control.look().inbox().getFirst();
  }

  private Optional<GateDecision> typed(String line) {
    return ask(table(), new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))).decision();
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
    GateView table = table();
    // Nobody ever types a line.
    try (PipedOutputStream person = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(person)) {
      CompletableFuture<Optional<GateDecision>> asked =
          CompletableFuture.supplyAsync(() -> ask(table, in).decision());
      control.decide(new GateRef(gate.number(), gate.hash()), new GateDecision.Approved(), "ben");
      assertThat(asked.get()).isEmpty();
    }
    assertThat(engine.settled(gate).who()).isEqualTo("ben");
  }

  /** A line that was begun before the table changed is no answer to the new one. */
  @Test
  void aTableThatIsRevisedElsewhereIsShownAndAskedAgain() throws Exception {
    GateView table = table();
    Gate first = table.gate();
    try (Typing in = new Typing()) {
      CompletableFuture<GatePrompt.Asked> asked =
          CompletableFuture.supplyAsync(() -> ask(table, in));
      engine.submit(
          new Input.Revise(
              first.number(),
              first.hash(),
              RunSketch.spec("another table"),
              List.of(new TableEdit.Launch(new PhaseId("1A"), LaunchMode.ASK)),
              "ben"));
      await("It was revised elsewhere");
      in.type("y\n");
      await("another table");
      in.type("yes\n");
      assertThat(asked.get())
          .isEqualTo(new GatePrompt.Asked(table(), Optional.of(new GateDecision.Approved())));
      assertThat(table().gate().number()).isNotEqualTo(first.number());
    }
  }

  /** Lines that one reader after the other may read; a pipe is broken when its reader is gone. */
  private static final class Typing extends InputStream {
    private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();

    void type(String line) {
      line.chars().forEach(keys::add);
    }

    @Override
    public int read() {
      try {
        return keys.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    /** One key at a time: nobody waits for a whole buffer. */
    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      int key = read();
      into[offset] = (byte) key;
      return key < 0 ? -1 : 1;
    }
  }

  private void await(String words) {
    while (!out.toString().contains(words)) {
      Thread.onSpinWait();
    }
  }
}
