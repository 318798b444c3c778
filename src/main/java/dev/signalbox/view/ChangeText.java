package dev.signalbox.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed between two moments of a run, one line each, for a log or a pipe. */
public final class ChangeText {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private ChangeText() {}

  /**
   * The changes of states and of the inbox, and the last activity of what changed; what agents do
   * meanwhile is too much for lines that stay.
   *
   * @param before the run as it was told last
   * @param zone in which the time is shown
   */
  public static List<String> lines(RunView before, RunView now, ZoneId zone) {
    String time = CLOCK.format(now.at().atZone(zone)) + " ";
    List<String> lines = new ArrayList<>();
    if (!StatusText.head(before).equals(StatusText.head(now)) && isStep(before, now)) {
      lines.add(time + StatusText.head(now));
    }
    Map<String, SessionView> earlier =
        before.sessions().stream()
            .collect(Collectors.toMap(session -> session.id().value(), Function.identity()));
    for (SessionView session : now.sessions()) {
      SessionView old = earlier.get(session.id().value());
      if (old == null || !StatusText.state(old).equals(StatusText.state(session))) {
        lines.add(time + session.id() + " " + state(session));
      }
    }
    gates(before, now).forEach(line -> lines.add(time + line));
    return lines;
  }

  private static boolean isStep(RunView before, RunView now) {
    RunView.Course old = before.head().course();
    RunView.Course course = now.head().course();
    return !before.head().run().equals(now.head().run())
        || old.batch() != course.batch()
        || old.isCancelled() != course.isCancelled()
        || old.isOver() != course.isOver();
  }

  private static String state(SessionView session) {
    if (session.standing().isOver()) {
      return StatusText.state(
          session, session.standing().commit().map(commit -> " as " + commit).orElse(""));
    }
    return StatusText.state(session)
        + session.doing().flatMap(SessionView.Doing::activity).map(a -> ": " + a).orElse("");
  }

  private static List<String> gates(RunView before, RunView now) {
    List<String> lines = new ArrayList<>();
    for (GateView view : newGates(before, now)) {
      lines.add(
          "inbox "
              + view.gate().id()
              + ": "
              + TableText.plain(view.gate().title())
              + " (signalbox inbox "
              + view.gate().id()
              + ")");
    }
    for (GateView view : newGates(now, before)) {
      lines.add("inbox " + view.gate().id() + ": decided or withdrawn");
    }
    return lines;
  }

  /** The gates that are in the inbox now and were not before. */
  public static List<GateView> newGates(RunView before, RunView now) {
    List<Long> known = before.inbox().stream().map(view -> view.gate().number()).toList();
    return now.inbox().stream().filter(view -> !known.contains(view.gate().number())).toList();
  }
}
