package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.golden.Golden;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTextTest {
  private static final String HOSTILE =
      "! x\u001b[2J\u001b]0;title\u0007 a\nb\rc\u009b31m \u202Eevil\u2069 漢字 " + "x".repeat(5_000);

  private final EngineController engine = EngineController.working();
  private final RunView before = look();
  private Watched watched = Watched.in(ZoneOffset.UTC).seen(before, before);

  private RunView look() {
    return new LocalControl(engine).look();
  }

  /** One session waits for a decision, one works, one has not begun. */
  private RunView middle(String activity, String plan) {
    engine.pulse(RunSketch.A, 1_234_567, "Read src/payment/Port.java");
    engine.pulse(RunSketch.B, 400, activity);
    engine.pass(65);
    engine.showPlan(RunSketch.A, plan);
    RunView shown = look();
    engine.pass(3);
    RunView now = look();
    watched = watched.seen(before, shown).seen(shown, now);
    return now;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  void whatWaitsForAPersonIsOnTopWithWhatToType() {
    RunView run = middle("Bash ./mvnw -q test", "# Plan\n1. Change the port");
    Golden.assertMatches("view/watch-80x24.txt", text(WatchText.lines(run, watched, "", 80, 24)));
    List<String> wide = WatchText.lines(run, watched, "--state 'a b'", 200, 50);
    Golden.assertMatches("view/watch-200x50.txt", text(wide));
    String id = run.inbox().getFirst().gate().id().toString();
    assertThat(wide).anyMatch(line -> line.contains("signalbox approve " + id + " --state 'a b'"));
    assertThat(WatchText.title(run, watched)).isEqualTo("signalbox: 1 for you");
    assertThat(WatchText.title(before, watched)).isEqualTo("signalbox: 2026-11-22-checkout");
  }

  @Test
  void anEngineThatIsGoneIsToldAndThatItIsBack() {
    RunView run = middle("Bash", "# Plan");
    Watched gone = watched.gone(run, Duration.ofSeconds(75));
    Golden.assertMatches("view/watch-gone.txt", text(WatchText.lines(run, gone, "", 80, 24)));
    assertThat(WatchText.title(run, gone)).isEqualTo("signalbox: no engine");
    Watched stillGone = gone.seen(run, run).gone(run, Duration.ofSeconds(76));
    assertThat(stillGone.news()).isEqualTo(gone.news());
    Watched back = stillGone.answered(run);
    assertThat(back.news()).last().asString().endsWith("An engine is at work again");
    assertThat(text(WatchText.lines(run, back, "", 80, 24)))
        .contains("engine at work")
        .doesNotContain("NO ENGINE");
  }

  @Test
  void howLongAStateLastsIsExactOnlyWhereItsBeginningWasSeen() {
    RunView run = middle("Bash", "# Plan");
    assertThat(watched.standsFor(RunSketch.A, run.at())).isEqualTo("3s");
    assertThat(watched.standsFor(RunSketch.B, run.at())).isEqualTo(">1m 08s");
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "200, 50", "40, 10", "30, 5", "20, 1", "120, 30"})
  void nothingIsWiderOrHigherThanTheScreenWhateverAgentsSay(int columns, int rows) {
    RunView run = middle(HOSTILE, HOSTILE);
    List<String> lines = WatchText.lines(run, watched, "", columns, rows);
    assertThat(lines).hasSizeLessThanOrEqualTo(rows).isNotEmpty();
    assertThat(lines).allMatch(line -> TableText.cut(line, columns).equals(line));
    assertThat(text(lines).replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u202E\u2069]");
    assertThat(lines.stream().filter(line -> line.startsWith("!")))
        .as("a sign that is no text of an agent")
        .allMatch(line -> line.matches("! (\\d+-[0-9a-f]{8}|S-A|\\.\\.\\.).*|! .{0,18}"));
  }

  @Test
  void aThousandSessionsAndGatesLeaveRoomForEachOther() {
    RunView run = middle("Bash", "# Plan");
    RunView large =
        new RunView(
            run.version(),
            run.at(),
            run.head(),
            Collections.nCopies(1_000, run.sessions().get(1)),
            Collections.nCopies(500, run.inbox().getFirst()));
    List<String> lines = WatchText.lines(large, watched, "", 100, 30);
    assertThat(lines).hasSizeBetween(29, 30);
    assertThat(text(lines))
        .contains(
            "more: signalbox inbox", "At work (1000)", "more lines: signalbox status", "-- News");
  }
}
