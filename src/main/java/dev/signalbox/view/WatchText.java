package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A run on a screen that stays open: what waits for a person on top, then the sessions by how they
 * stand, then what was new. The first column of a line says what it is: {@code !} for a person,
 * {@code x} went wrong, {@code >} at work, {@code .} waits, {@code =} done; no text of an agent
 * reaches it.
 */
public final class WatchText {
  private static final String INDENT = "  ";
  private static final int BAR = 20;

  /** So many lines of news are shown if the sessions leave the room for them. */
  private static final int NEWS_MIN = 4;

  private WatchText() {}

  /**
   * The screen.
   *
   * @param options added to each command, such as {@code --state FOLDER}; empty for none
   * @param columns that no line is wider than
   * @param rows lines at most, at least one
   */
  public static List<String> lines(
      RunView run, Watched watched, String options, int columns, int rows) {
    List<String> head = head(run, watched);
    List<String> inbox = inbox(gates(run, watched, options), Math.max(3, rows / 2 - head.size()));
    int left = rows - head.size() - inbox.size();
    List<String> sessions = WatchSessions.lines(run, watched, columns, left - NEWS_MIN - 1);
    List<String> lines = new ArrayList<>(head);
    lines.addAll(inbox);
    lines.addAll(sessions);
    int room = rows - lines.size() - 2;
    if (room > 0 && !watched.news().isEmpty()) {
      lines.add("");
      lines.add("-- News");
      List<String> news = watched.news();
      lines.addAll(news.subList(Math.max(0, news.size() - room), news.size()));
    }
    return lines.stream()
        .limit(rows)
        .map(line -> TableText.cut(TableText.plain(line), columns))
        .toList();
  }

  /** A title for the window: what one wants to see from afar. */
  public static String title(RunView run, Watched watched) {
    if (watched.goneFor().isPresent()) {
      return "signalbox: no engine";
    }
    int waits = run.inbox().size();
    return "signalbox: " + (waits == 0 ? TableText.plain(run.head().run()) : waits + " for you");
  }

  private static List<String> head(RunView run, Watched watched) {
    List<String> lines = new ArrayList<>();
    if (!run.isOpened()) {
      lines.add("No run is open.");
    } else {
      RunView.Course course = run.head().course();
      lines.add(
          "%s  %s   Run %s%s   batch %d of %d   %d of %d running"
              .formatted(
                  watched.clock(run.at()),
                  engine(run, watched),
                  run.head().run(),
                  course.isCancelled() ? " (being cancelled)" : "",
                  course.batch(),
                  course.batches(),
                  course.running(),
                  course.runningMax()));
      lines.add(money(run.head().money()));
    }
    watched
        .goneFor()
        .ifPresent(time -> {
          String plan = run.head().plan().isEmpty() ? "PLAN" : ShellWord.of(run.head().plan());
          lines.add(
              "x The engine is gone for " + Amounts.time(time) + ". This is how the run was left.");
          lines.add("x Its agents may work on; nothing is decided or merged. To go on, type");
          lines.add("x   signalbox dispatch " + plan);
        });
    StatusText.notShown(run).ifPresent(line -> lines.add("x " + line));
    return lines;
  }

  private static String engine(RunView run, Watched watched) {
    if (run.head().course().isOver()) {
      return "over";
    }
    return watched.goneFor().isPresent() ? "NO ENGINE" : "engine at work";
  }

  private static String money(RunView.Money money) {
    String estimate = money.estimate().cents() == 0 ? "" : ", estimated " + money.estimate();
    if (money.cap().isEmpty() || money.cap().get().cents() == 0) {
      return "Cost " + Amounts.usd(money.microUsd()) + estimate;
    }
    long percent = money.microUsd() / (money.cap().get().cents() * 100);
    int full = (int) Math.min(BAR, percent * BAR / 100);
    return "Cost %s of at most %s [%s%s] %d%%%s"
        .formatted(
            Amounts.usd(money.microUsd()),
            money.cap().get(),
            "#".repeat(full),
            "-".repeat(BAR - full),
            percent,
            estimate);
  }

  /** What is shown of each gate; without an engine no command would be taken. */
  private static List<List<String>> gates(RunView run, Watched watched, String options) {
    boolean isShort = watched.goneFor().isPresent();
    return run.inbox().stream()
        .map(gate -> isShort ? List.of(brief(gate, run)) : whole(gate, run, options))
        .toList();
  }

  /** The oldest whole, with the commands; the others too where they find room, else in a line. */
  private static List<String> inbox(List<List<String>> gates, int rows) {
    if (gates.isEmpty()) {
      return List.of("", "Nothing waits for you.", "");
    }
    List<String> lines = new ArrayList<>(List.of("", "-- Waits for you (" + gates.size() + ")"));
    boolean isRoomy = gates.stream().mapToInt(List::size).sum() + lines.size() < rows;
    int shown = 0;
    for (List<String> gate : gates) {
      boolean isWhole = isRoomy || (shown == 0 && gate.size() + lines.size() < rows);
      lines.addAll(isWhole ? gate : gate.subList(0, 1));
      shown++;
      int more = gates.size() - shown;
      if (more > 1 && lines.size() >= rows - 2) {
        lines.add("! ... and " + more + " more: signalbox inbox");
        break;
      }
    }
    lines.add("");
    return lines;
  }

  /** The commands first: what a narrow screen cuts is what they mean. */
  private static List<String> whole(GateView gate, RunView run, String options) {
    List<InboxText.Way> ways = new ArrayList<>();
    ways.add(new InboxText.Way("look", "see all of it", InboxText.look(gate, options)));
    ways.addAll(InboxText.ways(gate, options));
    int width = ways.stream().mapToInt(way -> way.command().length()).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(brief(gate, run)));
    ways.forEach(
        way -> lines.add("    " + InboxText.padded(way.command(), width) + INDENT + way.meaning()));
    return lines;
  }

  private static String brief(GateView gate, RunView run) {
    return "! " + InboxText.first(gate, run.at()) + INDENT + gate.gate().title();
  }
}
