package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;

/** How a run ended, as lines for a person. */
public final class SummaryText {
  private static final int COMMIT_CHARS = 10;

  private static final List<String> TITLES =
      List.of("Session", "Phase", "Issue", "Outcome", "Commit", "Time", "Cost", "Reason");

  private SummaryText() {}

  /**
   * One line for each session and the totals.
   *
   * @param widthMax columns that no line is wider than
   */
  public static List<String> lines(RunView run, int widthMax) {
    List<String> lines = new ArrayList<>();
    TableText.terminal(TITLES, run.sessions().stream().map(SummaryText::cells).toList(), widthMax)
        .forEach(line -> lines.add(TableText.cut(line, widthMax)));
    lines.add("");
    lines.add(TableText.cut(totals(run), widthMax));
    StatusText.notShown(run).ifPresent(line -> lines.add(TableText.cut(line, widthMax)));
    return lines;
  }

  /**
   * Whether every phase is done, and the plan shows it; who specified or reviewed something is no
   * phase.
   */
  public static boolean isGood(RunView run) {
    return !run.head().course().isCancelled()
        && run.head().refusal().isEmpty()
        && run.sessions().stream()
            .filter(each -> each.work().isOfPlan())
            .allMatch(each -> each.standing().word().equals("Merged"));
  }

  private static List<String> cells(SessionView session) {
    SessionView.Standing standing = session.standing();
    return List.of(
        session.id().value(),
        session.work().phase(),
        session.work().issue(),
        standing.word(),
        standing.commit().map(SummaryText::shortened).orElse("-"),
        session.effort().elapsed().map(Amounts::time).orElse("-"),
        Amounts.usd(session.effort().microUsd()),
        standing.reason().orElse("-"));
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(COMMIT_CHARS, commit.length()));
  }

  private static String totals(RunView run) {
    RunView.Money money = run.head().money();
    return "Run "
        + run.head().run()
        + (run.head().course().isCancelled() ? " was cancelled: " : ": ")
        + count(run, "Merged")
        + " merged, "
        + count(run, "Failed")
        + " failed, "
        + count(run, "Abandoned")
        + " abandoned; cost "
        + Amounts.usd(money.microUsd())
        + (money.estimate().cents() == 0 ? "" : ", estimated " + money.estimate());
  }

  private static long count(RunView run, String word) {
    return run.sessions().stream().filter(s -> s.standing().word().equals(word)).count();
  }
}
