package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LiveViewTest {
  private final StringWriter written = new StringWriter();

  private Terminal terminal(int columns, int rows, String input) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(written),
        new PrintWriter(written),
        columns,
        rows);
  }

  private static RunView look(EngineController engine) {
    return new LocalControl(engine).look();
  }

  @Test
  void paintsInPlaceAndKeepsWhatStandsAbove() {
    Region region = new Region(new PrintWriter(written));
    PaintedScreen screen = new PaintedScreen(10, 40);
    screen.write("$ signalbox watch\n");
    region.paint(List.of("one", "two", "three"));
    region.paint(List.of("1", "2", "3", "4", "5"));
    region.above(List.of("stays"));
    region.paint(List.of("first", "second"));
    region.above(List.of("stays too", "and this"));
    region.leave();
    screen.write(written.toString());
    screen.write("$ ");
    assertThat(screen.lines())
        .containsExactly(
            "$ signalbox watch", "stays", "stays too", "and this", "first", "second", "$");
    assertThat(screen.wraps()).isTrue();
  }

  @Test
  void theSameIsNotPaintedAgain() {
    Region region = new Region(new PrintWriter(written));
    region.paint(List.of("one"));
    int length = written.getBuffer().length();
    region.paint(List.of("one"));
    assertThat(written.getBuffer()).hasSize(length);
  }

  @Test
  void whatIsPaintedCannotMoveTheCursor() {
    Region region = new Region(new PrintWriter(written));
    region.paint(List.of("a\u001b[10Ab\nc"));
    region.above(List.of("d\u009b2Je"));
    assertThat(written.toString()).doesNotContain("\u001b[10A", "\u009b", "b\nc");
  }

  @ParameterizedTest
  @CsvSource({"120, 30, 120", "120, 8, 120", "120, 30, 50", "40, 5, 40", "80, 2, 30"})
  void aSmallTerminalLosesNothingAbove(int columns, int rows, int realColumns) {
    EngineController engine = EngineController.working();
    PaintedScreen screen = new PaintedScreen(rows, realColumns);
    screen.write("before\n");
    try (LiveView view = new LiveView(terminal(columns, rows, ""), ZoneOffset.UTC)) {
      view.show(look(engine));
      engine.pulse(RunSketch.A, 1_000_000, "Edit " + "long/".repeat(60));
      view.show(look(engine));
      engine.showPlan(RunSketch.A, "plan");
      view.show(look(engine));
    }
    screen.write(written.toString());
    assertThat(screen.lines().getFirst()).isEqualTo("before");
    assertThat(screen.lines().stream().filter(line -> line.startsWith("Run "))).hasSize(1);
    assertThat(screen.lines()).hasSizeLessThanOrEqualTo(rows + 1);
    assertThat(screen.column()).isZero();
  }

  @Test
  void aPipeGetsLinesOfChanges() {
    EngineController engine = EngineController.working();
    try (LiveView view = new LiveView(terminal(120, 0, ""), ZoneOffset.UTC)) {
      view.show(look(engine));
      view.show(look(engine));
      view.say(List.of("a word"));
    }
    assertThat(written.toString())
        .contains("10:00:00 S-A Working\n")
        .containsOnlyOnce("S-A Working")
        .endsWith("a word\n")
        .doesNotContain("\u001b");
  }

  @Test
  void followsAndTellsOfGatesUntilTheRunIsOver() throws Exception {
    EngineController engine = EngineController.waiting("the table");
    LinkedBlockingQueue<GateView> told = new LinkedBlockingQueue<>();
    try (LiveView view = new LiveView(terminal(120, 40, ""), ZoneOffset.UTC)) {
      CompletableFuture<RunView> last =
          CompletableFuture.supplyAsync(() -> view.follow(new LocalControl(engine), told::add));
      GateView gate = told.poll(20, TimeUnit.SECONDS);
      assertThat(gate).isNotNull();
      assertThat(gate.gate().kind()).isEqualTo(GateKind.TABLE);
      engine.submit(
          new dev.signalbox.engine.Input.Decide(
              gate.gate().number(), gate.gate().hash(), new GateDecision.Rejected("no"), "anna"));
      engine.writeRegistry();
      assertThat(last.get(20, TimeUnit.SECONDS).head().course().isOver()).isTrue();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aClosedViewStopsFollowing() throws Exception {
    LiveView view = new LiveView(terminal(120, 40, ""), ZoneOffset.UTC);
    view.close();
    CompletableFuture<RunView> last =
        CompletableFuture.supplyAsync(
            () -> view.follow(new LocalControl(EngineController.working()), _ -> {}));
    assertThat(last.get(20, TimeUnit.SECONDS).head().course().isOver()).isFalse();
  }

  @Test
  void announcesAGateWithTheBellAndTheCommand() {
    EngineController engine = EngineController.working();
    Terminal terminal = terminal(120, 30, "");
    try (LiveView view = new LiveView(terminal, ZoneOffset.UTC)) {
      engine.showPlan(RunSketch.A, "plan");
      RunView run = look(engine);
      GateView gate = run.inbox().getFirst();
      new GatePrompt(terminal, "--state x").announce(gate, run.at(), view);
      assertThat(written.toString())
          .contains("\u0007", "signalbox approve " + gate.gate().id() + " --state x");
    }
  }
}
