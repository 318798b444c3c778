package dev.signalbox.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sessions of a run by how they stand, what wants a look first. */
final class WatchSessions {
  private static final int WIDE = 110;
  private static final int MIDDLE = 76;

  /** How sessions stand; the sign is the first column of their lines. */
  private enum Group {
    PERSON("Wait for you", '!'),
    WRONG("Failed or given up", 'x'),
    WORKING("At work", '>'),
    WAITING("Wait", '.'),
    DONE("Done", '=');

    private final String title;
    private final char sign;

    Group(String title, char sign) {
      this.title = title;
      this.sign = sign;
    }
  }

  private record Row(Group group, SessionView session) {}

  private record Column(String title, int widthMin, Function<Row, String> cell) {}

  private WatchSessions() {}

  /**
   * A table in groups. Where there is no room for all, those that are done become one line, and
   * then the last ones a number.
   *
   * @param rows lines to try to keep within; the head and one line stand there in any case
   */
  static List<String> lines(RunView run, Watched watched, int columns, int rows) {
    Map<Group, List<Row>> groups = new EnumMap<>(Group.class);
    for (SessionView session : run.sessions()) {
      Group group = group(session);
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Row(group, session));
    }
    List<Row> all = groups.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    List<String> table = table(all, run, watched, columns);
    boolean isWhole = 1 + groups.size() + all.size() <= rows;
    List<String> lines = new ArrayList<>(List.of(table.getFirst()));
    int next = 2;
    for (Map.Entry<Group, List<Row>> each : groups.entrySet()) {
      int size = each.getValue().size();
      lines.add("-- " + each.getKey().title + " (" + size + ")");
      if (isWhole || each.getKey() != Group.DONE) {
        lines.addAll(table.subList(next, next + size));
      }
      next += size;
    }
    return lines.size() <= rows ? lines : cut(lines, Math.max(2, rows));
  }

  private static List<String> cut(List<String> lines, int rows) {
    List<String> cut = new ArrayList<>(lines.subList(0, Math.min(lines.size(), rows - 1)));
    cut.add("   ... " + (lines.size() - cut.size()) + " more lines: signalbox status");
    return cut;
  }

  private static Group group(SessionView session) {
    if (session.standing().isOver()) {
      boolean isWrong = List.of("Failed", "Abandoned").contains(session.standing().word());
      return isWrong ? Group.WRONG : Group.DONE;
    }
    if (session.waitsFor().stream().anyMatch(each -> each.startsWith("you: "))) {
      return Group.PERSON;
    }
    return session.waitsFor().isEmpty() ? Group.WORKING : Group.WAITING;
  }

  private static List<String> table(List<Row> all, RunView run, Watched watched, int columns) {
    List<Column> shown =
        List.of(
                new Column("  Session", 0, row -> row.group().sign + " " + row.session().id()),
                new Column("Phase", 0, row -> row.session().work().phase()),
                new Column("Title", WIDE, row -> row.session().work().title()),
                new Column("Agent", WIDE, row -> row.session().work().agent()),
                new Column("State", 0, row -> StatusText.state(row.session())),
                new Column("For", MIDDLE, row -> watched.standsFor(row.session().id(), run.at())),
                new Column("Cost", MIDDLE, row -> StatusText.cost(row.session())),
                new Column("Waits for, or does", 0, row -> doing(row.session())))
            .stream()
            .filter(column -> column.widthMin() <= columns)
            .toList();
    return TableText.terminal(
        shown.stream().map(Column::title).toList(),
        all.stream().map(row -> shown.stream().map(c -> c.cell().apply(row)).toList()).toList(),
        columns);
  }

  private static String doing(SessionView session) {
    if (!session.waitsFor().isEmpty()) {
      return String.join("; ", session.waitsFor());
    }
    boolean isOver = session.standing().isOver();
    return isOver
        ? session
            .standing()
            .commit()
            .map(commit -> commit.substring(0, Math.min(10, commit.length())))
            .orElse("-")
        : session.doing().flatMap(SessionView.Doing::activity).orElse("-");
  }
}
