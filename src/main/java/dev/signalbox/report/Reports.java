package dev.signalbox.report;

import dev.signalbox.engine.Recorded;
import dev.signalbox.view.Amounts;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the report of a run. */
public final class Reports {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Reports() {}

  /**
   * The report.
   *
   * @param facts of the run, in the journal's order; the run was opened
   * @param run the same run as it is shown; its {@link RunView#at} is the present
   */
  public static Report of(List<Recorded> facts, RunView run) {
    Chronicle chronicle = Chronicler.of(facts, run.at());
    List<Meeting> meetings = Meetings.of(facts, chronicle);
    return new Report(
        "Run " + run.head().run(),
        summary(run, chronicle, meetings),
        chronicle,
        List.of(
            SessionSections.sessions(run, chronicle),
            SessionSections.waits(chronicle),
            SessionSections.cost(run),
            DecisionSections.decisions(chronicle),
            DecisionSections.conflicts(meetings),
            DecisionSections.findings(chronicle.end())));
  }

  private static List<String> summary(RunView run, Chronicle chronicle, List<Meeting> meetings) {
    List<String> lines = new ArrayList<>();
    String began = MINUTE.format(chronicle.from().atOffset(ZoneOffset.UTC)) + " UTC";
    String plan = run.head().plan().isEmpty() ? "standard input" : run.head().plan();
    lines.add(
        "Plan %s, begun %s, %s %s."
            .formatted(plan, began, ending(run), Amounts.time(chronicle.length())));
    lines.add(results(run));
    lines.add(parallel(chronicle));
    lines.add(people(chronicle));
    lines.add(DecisionSections.met(meetings));
    return lines;
  }

  private static String ending(RunView run) {
    if (!run.head().course().isOver()) {
      return "still open after";
    }
    return run.head().course().isCancelled() ? "cancelled after" : "over after";
  }

  private static String results(RunView run) {
    List<SessionView> sessions =
        run.sessions().stream().filter(session -> session.work().isOfPlan()).toList();
    long merged = sessions.stream().filter(each -> each.standing().word().equals("Merged")).count();
    long failed =
        sessions.stream()
            .filter(each -> each.standing().isOver() && !each.standing().word().equals("Merged"))
            .count();
    int besides = run.sessions().size() - sessions.size();
    return "%d of %d sessions merged%s%s."
        .formatted(
            merged,
            sessions.size(),
            failed == 0 ? "" : ", " + failed + " failed or given up",
            besides == 0 ? "" : "; besides, for reviews and specifications: " + besides);
  }

  private static String parallel(Chronicle chronicle) {
    Duration work =
        chronicle.lanes().stream()
            .map(lane -> lane.time(Activity::isWork))
            .reduce(Duration.ZERO, Duration::plus);
    return "%s of work in %s; at most %d sessions at the same time."
        .formatted(Amounts.time(work), Amounts.time(chronicle.length()), chronicle.mostAtOnce());
  }

  private static String people(Chronicle chronicle) {
    Duration screens =
        chronicle.lanes().stream()
            .map(lane -> lane.time(activity -> activity == Activity.TAKEN_OVER))
            .reduce(Duration.ZERO, Duration::plus);
    return "Questions to a person: %d; at least one was open for %s in all.%s"
        .formatted(
            chronicle.asked().size(),
            Amounts.time(chronicle.personAwaited()),
            screens.isZero()
                ? ""
                : " " + Amounts.time(screens) + " in agents' own screens, taken over.");
  }
}
