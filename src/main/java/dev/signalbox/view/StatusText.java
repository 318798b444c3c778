package dev.signalbox.view;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A run as lines for a person: one about the run, one for each session, one for each gate. */
public final class StatusText {
  private static final int WIDE = 110;
  private static final int MIDDLE = 76;

  /** A column, and from which width on it is worth its place. */
  private record Column(String title, int widthMin, Function<SessionView, String> cell) {}

  /** Shown where any were sent. */
  private static final Column REQUESTS = new Column("Requests", WIDE, StatusText::requests);

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Session", 0, session -> session.id().value()),
          new Column("Phase", 0, session -> session.work().phase()),
          new Column("Issue", WIDE, session -> session.work().issue()),
          new Column("Agent", WIDE, session -> session.work().agent()),
          new Column("State", 0, StatusText::state),
          new Column("Time", MIDDLE, StatusText::time),
          new Column("Cost", MIDDLE, StatusText::cost),
          REQUESTS,
          new Column("Waits for", 0, StatusText::waits),
          new Column("Activity", MIDDLE, StatusText::activity));

  private StatusText() {}

  /**
   * The whole status.
   *
   * @param widthMax columns that no line is wider than
   */
  public static List<String> lines(RunView run, int widthMax) {
    List<String> lines = new ArrayList<>();
    lines.add(TableText.cut(head(run), widthMax));
    notShown(run).ifPresent(line -> lines.add(TableText.cut(line, widthMax)));
    if (!run.sessions().isEmpty()) {
      lines.add("");
      lines.addAll(sessions(run.sessions(), widthMax));
    }
    if (!run.inbox().isEmpty()) {
      lines.add("");
      lines.addAll(InboxText.brief(run, widthMax));
    }
    return lines;
  }

  /**
   * The status in a place of limited height: first without the sessions that are over, then cut.
   *
   * @param widthMax columns that no line is wider than
   * @param heightMax lines, at least one
   */
  public static List<String> lines(RunView run, int widthMax, int heightMax) {
    List<String> all = lines(run, widthMax);
    if (all.size() <= heightMax) {
      return all;
    }
    List<SessionView> going =
        run.sessions().stream().filter(session -> !session.standing().isOver()).toList();
    List<String> some =
        lines(new RunView(run.version(), run.at(), run.head(), going, run.inbox()), widthMax);
    if (some.size() <= heightMax || heightMax == 1) {
      return some.subList(0, Math.min(heightMax, some.size()));
    }
    List<String> cut = new ArrayList<>(some.subList(0, heightMax - 1));
    cut.add(
        TableText.cut(
            "... " + (some.size() - cut.size()) + " more lines: signalbox status", widthMax));
    return cut;
  }

  /** The line about the run. */
  public static String head(RunView run) {
    if (!run.isOpened()) {
      return "No run is open.";
    }
    RunView.Course course = run.head().course();
    List<String> parts = new ArrayList<>();
    parts.add("Run " + run.head().run() + ending(course));
    parts.add("batch " + course.batch() + " of " + course.batches());
    parts.add(course.running() + " of " + course.runningMax() + " running");
    parts.add(money(run.head().money()));
    parts.add("inbox " + run.inbox().size());
    return String.join(", ", parts);
  }

  /** What a person has to mend so that the plan shows the run; empty where it does. */
  static Optional<String> notShown(RunView run) {
    return run.head()
        .refusal()
        .map(reason -> "Its plan does not show all of this: " + TableText.plain(reason));
  }

  private static String ending(RunView.Course course) {
    if (course.isCancelled()) {
      return course.isOver() ? " (cancelled)" : " (being cancelled)";
    }
    return course.isOver() ? " (over)" : "";
  }

  private static String money(RunView.Money money) {
    String estimate = money.estimate().cents() == 0 ? "" : ", estimated " + money.estimate();
    return "cost "
        + Amounts.usd(money.microUsd())
        + estimate
        + money.cap().map(cap -> ", cap " + cap).orElse("");
  }

  /**
   * The table of sessions.
   *
   * @param widthMax columns that no line is wider than
   */
  public static List<String> sessions(List<SessionView> sessions, int widthMax) {
    boolean hasRequests = sessions.stream().anyMatch(each -> each.effort().requests().isAny());
    List<Column> columns =
        COLUMNS.stream()
            .filter(column -> column.widthMin() <= widthMax)
            .filter(column -> hasRequests || !column.equals(REQUESTS))
            .toList();
    return TableText.terminal(
            columns.stream().map(Column::title).toList(),
            sessions.stream().map(session -> cells(columns, session)).toList(),
            widthMax)
        .stream()
        .map(line -> TableText.cut(line, widthMax))
        .toList();
  }

  private static List<String> cells(List<Column> columns, SessionView session) {
    return columns.stream().map(column -> column.cell().apply(session)).toList();
  }

  private static String time(SessionView session) {
    return session.effort().elapsed().map(Amounts::time).orElse("-");
  }

  private static String waits(SessionView session) {
    return session.waitsFor().isEmpty() ? "-" : String.join("; ", session.waitsFor());
  }

  private static String activity(SessionView session) {
    return session.doing().flatMap(SessionView.Doing::activity).orElse("-");
  }

  /** The state in words, with its reason where it has one. */
  static String state(SessionView session) {
    return state(session, "");
  }

  /**
   * A session's state in one line.
   *
   * @param more follows the state's own words
   */
  static String state(SessionView session, String more) {
    String text =
        session.standing().text()
            + more
            + (session.drift().count() == 0 ? "" : ", drift " + session.drift().count())
            + session.standing().reason().map(reason -> ": " + reason).orElse("");
    String bounded =
        text.codePoints()
            .limit(Limits.ACTIVITY_CHARS_MAX)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return TableText.plain(bounded);
  }

  /** Those that count, and those that services answered with "not modified". */
  private static String requests(SessionView session) {
    Requests requests = session.effort().requests();
    return requests.isAny()
        ? requests.counted()
            + (requests.unchanged() == 0 ? "" : " (+" + requests.unchanged() + " unchanged)")
        : "-";
  }

  /** What it cost, of its estimate. */
  static String cost(SessionView session) {
    return Amounts.usd(session.effort().microUsd())
        + session.effort().estimate().map(usd -> " of ~" + usd).orElse("");
  }
}
