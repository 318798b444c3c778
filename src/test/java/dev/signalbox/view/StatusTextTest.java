package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunJson;
import dev.signalbox.control.RunJsonReader;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Input;
import dev.signalbox.golden.Golden;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextTest {
  private static final Pattern FOR_A_TERMINAL =
      Pattern.compile("[\\p{Cntrl}\u061C\u200B-\u200F\u2028-\u202E\u2066-\u2069]");
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;title\u0007 a\nb\rc\u009b31m \u202Eevil\u2069 \u061C\u2028 漢字 "
          + "x".repeat(5_000);

  private static RunView look(EngineController engine) {
    return new LocalControl(engine).look();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** One session waits for a decision, one works, one has not begun. */
  private static EngineController middle() {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 1_234_567, "Read src/payment/Port.java");
    engine.pulse(RunSketch.B, 400, "Bash ./mvnw -q test");
    engine.pass(65);
    engine.showPlan(RunSketch.A, "# Plan\n\n1. Change the port\n2. Test it");
    engine.hear(RunSketch.B, new AgentSignal.FileChanged("docs/notes.md"));
    engine.pass(3);
    return engine;
  }

  @Test
  void whatThePlanDoesNotShowIsToldAndTheRunIsNotGood() {
    RunView whole = look(middle());
    RunView.Head head = whole.head();
    RunView refused =
        new RunView(
            whole.version(),
            whole.at(),
            new RunView.Head(
                head.run(),
                head.plan(),
                head.course(),
                head.money(),
                Optional.of("comment on SHOP-1:\u001b gone")),
            List.of(),
            whole.inbox());
    String told = "Its plan does not show all of this: comment on SHOP-1:  gone";
    assertThat(StatusText.lines(refused, 120).get(1)).isEqualTo(told);
    assertThat(SummaryText.lines(refused, 120)).last().isEqualTo(told);
    assertThat(SummaryText.isGood(refused)).isFalse();
    assertThat(RunJsonReader.status(RunJson.status(refused, true)).head().refusal())
        .isEqualTo(refused.head().refusal());
    assertThat(RunJsonReader.status(RunJson.status(whole, true)).head().refusal()).isEmpty();
  }

  @Test
  void showsARunThatWaitsForItsTable() {
    EngineController engine = EngineController.waiting("Session  Issue\nS-A      SHOP-101");
    RunView run = look(engine);
    Golden.assertMatches("view/status-waiting.txt", text(StatusText.lines(run, 120)));
    Golden.assertMatches(
        "view/inbox-table.txt",
        text(InboxText.whole(run.inbox().getFirst(), run.at(), "--state here")));
  }

  @Test
  void showsARunInTheMiddle() {
    EngineController engine = middle();
    engine.sent(RunSketch.A, new Requests(14, 9));
    RunView run = look(engine);
    Golden.assertMatches("view/status.txt", text(StatusText.lines(run, 160)));
    Golden.assertMatches("view/status-narrow.txt", text(StatusText.lines(run, 60)));
    Golden.assertMatches("view/inbox.txt", text(InboxText.lines(run, "")));
    Golden.assertMatches("view/status.json", RunJson.status(run) + "\n");
    Golden.assertMatches("view/inbox.json", RunJson.inbox(run) + "\n");
    Golden.assertMatches("view/sessions.json", RunJson.sessions(run, true) + "\n");
  }

  @Test
  void showsHowARunEnded() {
    EngineController engine = middle();
    engine.submit(new Input.CancelRun("anna", "enough for today"));
    engine.exit(RunSketch.A);
    engine.exit(RunSketch.B);
    engine.writeRegistry();
    RunView run = look(engine);
    assertThat(run.head().course().isOver()).isTrue();
    Golden.assertMatches("view/summary.txt", text(SummaryText.lines(run, 120)));
    assertThat(SummaryText.isGood(run)).isFalse();
  }

  @Test
  void tellsWhatChanged() {
    EngineController engine = EngineController.waiting("t");
    RunView first = look(engine);
    assertThat(ChangeText.lines(first, first, ZoneOffset.UTC)).isEmpty();
    EngineController later = middle();
    Golden.assertMatches(
        "view/changes.txt", text(ChangeText.lines(first, look(later), ZoneOffset.UTC)));
  }

  @Test
  void whatAMergedSessionChangedBesidesFollowsItsCommit() {
    RunView before = look(middle());
    SessionView first = before.sessions().getFirst();
    SessionView merged =
        new SessionView(
            first.id(),
            first.work(),
            new SessionView.Standing(
                "Merged", "Merged", true, Optional.empty(), Optional.of("1a2b")),
            first.effort(),
            Optional.empty(),
            List.of(),
            new SessionView.Drift(List.of(new SessionView.DriftFile("x", "git")), 0));
    RunView after = new RunView(1, before.at(), before.head(), List.of(merged), before.inbox());
    assertThat(ChangeText.lines(before, after, ZoneOffset.UTC))
        .singleElement()
        .asString()
        .endsWith("S-A Merged as 1a2b, drift 1");
  }

  @Test
  void activityAloneIsNoChangeToTell() {
    EngineController engine = middle();
    RunView before = look(engine);
    engine.pulse(RunSketch.B, 800, "Edit something else");
    assertThat(ChangeText.lines(before, look(engine), ZoneOffset.UTC)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 80, 200})
  void noLineIsWiderThanTheTerminal(int width) {
    EngineController engine = middle();
    engine.pulse(RunSketch.A, 1, HOSTILE);
    for (String line : StatusText.lines(look(engine), width)) {
      assertThat(TableText.cut(line, width)).isEqualTo(line);
    }
  }

  @Test
  void noMoreLinesThanThereIsPlaceFor() {
    RunView run = look(middle());
    int all = StatusText.lines(run, 100).size();
    assertThat(StatusText.lines(run, 100, all)).hasSize(all);
    assertThat(StatusText.lines(run, 100, all - 1))
        .hasSize(all - 1)
        .last()
        .asString()
        .contains("2 more lines");
    assertThat(StatusText.lines(run, 100, 1)).hasSize(1);
  }

  @Test
  void nothingThatAnAgentSaysReachesTheTerminalAsACommand() {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 1, HOSTILE);
    engine.hear(
        RunSketch.B,
        new AgentSignal.Asked(
            new Question.Permission(
                "p", "Read", HOSTILE, new Access(Access.Kind.READS, List.of()))));
    RunView run = look(engine);
    Gate gate =
        new Gate(9, GateKind.TURN, List.of(RunSketch.B), HOSTILE, HOSTILE, Optional.empty());
    RunView titled =
        new RunView(
            1, run.at(), run.head(), run.sessions(), List.of(new GateView(gate, Optional.empty())));
    List<List<String>> all =
        List.of(
            StatusText.lines(titled, 150),
            InboxText.lines(titled, ""),
            // Reasons are lines of their own.
            AnswerText.of("x", "y", new Answer.Refused(HOSTILE)).lines().toList(),
            List.of(AnswerText.of("x", "y", new Answer.Changed(HOSTILE))),
            StatusText.lines(run, 150),
            InboxText.lines(run, ""),
            InboxText.whole(run.inbox().getFirst(), run.at(), ""),
            SummaryText.lines(run, 150),
            ChangeText.lines(look(EngineController.waiting("t")), run, ZoneOffset.UTC));
    assertThat(all.stream().flatMap(List::stream)).noneMatch(FOR_A_TERMINAL.asPredicate());
    assertThat(run.sessions().getFirst().doing().orElseThrow().activity().orElseThrow())
        .hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void whatAPersonDecidesOnHidesNothing() {
    EngineController engine = EngineController.working();
    engine.showPlan(RunSketch.A, "one\r\n\ttwo\u001b[8mhidden\u202E\u00ad\rover\uDB40\uDC41 end");
    RunView run = look(engine);
    assertThat(InboxText.whole(run.inbox().getFirst(), run.at(), ""))
        .containsSubsequence(
            "  | one", "  |     two\\u001b[8mhidden\\u202e\\u00ad\\u000dover\\ue0041 end");
  }
}
