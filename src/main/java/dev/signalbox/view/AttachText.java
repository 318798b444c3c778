package dev.signalbox.view;

import dev.signalbox.session.Tokens;
import java.util.ArrayList;
import java.util.List;

/** What surrounds a session's transcript: whose it is, where one process ends, how it stands. */
public final class AttachText {
  private static final int WIDTH_MIN = 20;
  private static final String INDENT = "  ";

  private AttachText() {}

  /** Two lines about the session. */
  public static List<String> head(SessionView session, int widthMax) {
    SessionView.Work work = session.work();
    return List.of(
        TableText.cut(
            TableText.plain(session.id() + " " + work.phase() + " " + work.title()), widthMax),
        TableText.cut(
            TableText.plain(work.issue() + ", agent " + work.agent() + ", branch " + work.branch()),
            widthMax));
  }

  /** The line above what a process wrote. */
  public static String above(int attempt, boolean isScreen, int widthMax) {
    String title =
        isScreen
            ? "-- process " + attempt + ": a person's screen; only they saw what happened there "
            : "-- process " + attempt + " ";
    return TableText.cut(title + "-".repeat(Math.max(2, widthMax - title.length())), widthMax);
  }

  /** How the session stands now, in one line. */
  public static String standing(SessionView session, int widthMax) {
    List<String> parts = new ArrayList<>();
    parts.add(session.id() + " " + StatusText.state(session));
    session.effort().elapsed().ifPresent(time -> parts.add(Amounts.time(time)));
    parts.add(Amounts.usd(session.effort().microUsd()));
    session
        .doing()
        .map(SessionView.Doing::tokens)
        .filter(tokens -> !tokens.equals(Tokens.NONE))
        .ifPresent(tokens -> parts.add(tokens(tokens)));
    session
        .doing()
        .map(SessionView.Doing::contextPercent)
        .filter(percent -> percent > 0)
        .ifPresent(percent -> parts.add("context " + percent + "%"));
    if (!session.waitsFor().isEmpty()) {
      parts.add("waits for " + String.join("; ", session.waitsFor()));
    }
    return TableText.cut(TableText.plain(String.join(", ", parts)), widthMax);
  }

  /** What of how it stands is news when it changes: no time, no cost. */
  public static String news(SessionView session) {
    return StatusText.state(session) + session.waitsFor();
  }

  private static String tokens(Tokens tokens) {
    return "tokens "
        + thousands(tokens.input() + tokens.cached())
        + " in ("
        + thousands(tokens.cached())
        + " cached), "
        + thousands(tokens.output())
        + " out";
  }

  private static String thousands(long count) {
    if (count < 1_000) {
      return Long.toString(count);
    }
    return count < 1_000_000 ? tenths(count / 100) + "k" : tenths(count / 100_000) + "M";
  }

  private static String tenths(long count) {
    return count / 10 + "." + count % 10;
  }

  /** Lines of {@link LogText}, broken between words where they are wider than the terminal. */
  public static List<String> wrapped(List<String> lines, int widthMax) {
    List<String> all = new ArrayList<>();
    int width = Math.max(WIDTH_MIN, widthMax);
    for (String line : lines) {
      String rest = line;
      while (rest.length() > width) {
        int space = rest.lastIndexOf(' ', width);
        int end = space > INDENT.length() ? space : width;
        end -= space <= INDENT.length() && Character.isHighSurrogate(rest.charAt(end - 1)) ? 1 : 0;
        all.add(rest.substring(0, end));
        rest = INDENT + rest.substring(end).stripLeading();
      }
      all.add(rest);
    }
    return all;
  }
}
