package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.golden.Golden;
import dev.signalbox.report.Lane;
import dev.signalbox.report.Report;
import dev.signalbox.report.ReportHtml;
import dev.signalbox.report.ReportMarkdown;
import dev.signalbox.report.Reports;
import dev.signalbox.report.Section;
import dev.signalbox.report.Stretch;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Tokens;
import dev.signalbox.view.RunViews;
import dev.signalbox.view.Vitals;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.MergeOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a report tells of a run whose every moment is known. */
class RunReportTest {
  private static final String HOSTILE =
      "</title><script>alert(1)</script> ![x](http://evil) @ann | `a`";

  private static EngineRun minutes(EngineRun run, int minutes) {
    return run.later(Duration.ofMinutes(minutes));
  }

  /**
   * Two at once of which one asks, both change a file, the second conflicts and rebases; a third
   * needs the first and starts when the batch is complete.
   */
  private static EngineRun run() {
    EngineRun run =
        Example.of("S-A S-B", "S-C").needs("S-C", "S-A").mergesAfter("S-B", "S-A").asked();
    minutes(run, 2).approve(GateKind.TABLE);
    run.working("S-A").working("S-B");
    minutes(run, 10)
        .heard("S-A", new AgentSignal.Asked(new Question.PlanApproval("q", "1. Do it")));
    minutes(run, 3).approve(GateKind.PLAN);
    minutes(run, 5).handsIn("S-B", "src/pay", "src/log");
    minutes(run, 1).handsIn("S-A", "src/pay", "src/card");
    minutes(run, 1).merges("S-A").leaves("S-A");
    run.computed("S-B", new MergeOutcome.Conflict("b1", List.of("src/pay"), "<<<<"));
    minutes(run, 4).approve(GateKind.CONFLICT);
    run.working("S-B");
    minutes(run, 2).handsIn("S-B", "src/pay", "src/log");
    run.merges("S-B").leaves("S-B");
    minutes(run, 6).approve(GateKind.CHECKPOINT);
    run.working("S-C");
    minutes(run, 7).handsIn("S-C", "docs/a").merges("S-C").leaves("S-C");
    return run.registryWritten();
  }

  private static Report report(EngineRun run) {
    Map<SessionId, Vitals> vitals = new TreeMap<>();
    long cost = 400_000;
    for (Session session : run.state().sessions().values()) {
      Pulse pulse = new Pulse(1, cost, Tokens.NONE, 0, 0, Optional.empty());
      vitals.put(session.id(), new Vitals(pulse, run.now(), run.now(), cost));
      cost *= 2;
    }
    return Reports.of(
        run.journal(), RunViews.of(1, run.now(), run.state(), vitals, Map.of(), Map.of()));
  }

  private static Section section(Report report, String title) {
    return report.sections().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  void tellsWhatRanWaitedAndMet() {
    Report report = report(run());
    Golden.assertMatches("report/run.md", text(ReportMarkdown.lines(report)));
    Golden.assertMatches("report/run.html", ReportHtml.page(report));
  }

  @Test
  void everyMomentOfASessionIsInOneStretch() {
    EngineRun run = run();
    Report report = report(run);
    for (Lane lane : report.chronicle().lanes()) {
      Instant reached = report.chronicle().from();
      for (Stretch stretch : lane.stretches()) {
        assertThat(stretch.from()).as("stretches of %s", lane).isEqualTo(reached);
        assertThat(stretch.until()).isAfter(stretch.from());
        reached = stretch.until();
      }
      assertThat(reached).as("the end of %s", lane).isEqualTo(lane.merged().orElseThrow());
    }
  }

  @Test
  void saysWhoWaitedForWhomAndHowLong() {
    Section waits = section(report(run()), "What waited for whom");
    assertThat(waits.table().rows())
        .containsExactly(
            List.of("S-A", "a person", "5m 00s"),
            List.of("S-B", "a person", "6m 00s"),
            List.of("S-B", "the merge of S-A", "2m 00s"),
            List.of("S-C", "a person", "8m 00s"),
            List.of("S-C", "the batches before batch 2", "34m 00s"),
            List.of("S-C", "the work of S-A", "22m 00s"));
  }

  @Test
  void aConflictThatWasForeseenIsToldFromOneThatWasNot() {
    Section foreseen = section(report(run()), "Conflicts foreseen and met");
    assertThat(foreseen.table().rows())
        .containsExactly(
            List.of("S-A, S-B", "merge order", "src/pay", "files in conflict"),
            List.of("S-A, S-C", "one after the other", "-", "-"));
    assertThat(foreseen.remark()).contains("Conflicts met: 1, not foreseen: 0");

    EngineRun unforeseen = Example.of("S-A S-B").open().working("S-A").working("S-B");
    minutes(unforeseen, 1).handsIn("S-A", "src/pay").merges("S-A");
    minutes(unforeseen, 1).handsIn("S-B", "src/pay");
    unforeseen.computed("S-B", new MergeOutcome.Conflict("b1", List.of("src/pay"), "<<<<"));
    assertThat(section(report(unforeseen), "Conflicts foreseen and met").remark())
        .contains("Conflicts met: 1, not foreseen: 1");
  }

  @Test
  void aRunThatIsOpenEndsNowForTheTimeBeing() {
    EngineRun run = Example.of("S-A").open().working("S-A");
    run.heard("S-A", new AgentSignal.Asked(new Question.PlanApproval("q", "1. Do it")));
    Report report = report(minutes(run, 9));
    assertThat(report.summary().getFirst()).contains("still open after 9m 00s");
    assertThat(section(report, "What people decided").table().rows())
        .contains(List.of("plan", "S-A shows its plan", "9m 00s", "-", "open"));
  }

  @Test
  void everyFindingAndItsFateIsTold() {
    EngineRun run =
        Example.of("S-A").reviewers(1, false, "security").open().working("S-A").handsIn("S-A");
    String opinion =
        """
        {"recommendation": "REVISE", "findings": [
        {"id": "F1", "severity": "Critical", "claim": "No amount is checked", "evidence": "x"},
        {"id": "F2", "severity": "Consider", "claim": "%s", "evidence": "x"}]}
        """
            .formatted(HOSTILE);
    ExitLook look = new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of(opinion));
    run.working("S-B").completes("S-B").seen("S-B", look).exits("S-B", 0);
    run.decide(
        GateKind.REVIEW, new GateDecision.Answered(List.of("override C1: the bank does it")));

    Report report = report(run);
    assertThat(section(report, "Findings of reviews").table().rows())
        .extracting(row -> row.get(1) + " " + row.get(6))
        .containsExactly("C1 accepted risk", "N1 noted");
    Document page = Jsoup.parse(ReportHtml.page(report));
    assertThat(page.select("script, img, a, link, iframe")).isEmpty();
    assertThat(page.select("td").eachText()).anyMatch(cell -> cell.contains("<script>"));
    assertThat(text(ReportMarkdown.lines(report)))
        .doesNotContain("<script>", "![x](", "@ann", "| `a`");
  }
}
